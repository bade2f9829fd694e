from itertools import chain, count, cycle, repeat, islice, takewhile, dropwhile, accumulate, product, permutations, combinations, groupby, zip_longest, starmap, tee, compress, filterfalse
import operator
def pipeline(*stages):
    def run(xs):
        for s in stages: xs = s(xs)
        return xs
    return run
evens = lambda xs: (x for x in xs if x % 2 == 0); squares = lambda xs: map(lambda x: x * x, xs); first = lambda n: lambda xs: islice(xs, n)
print(list(pipeline(evens, squares, first(4))(count(1))), list(first(0)([1])), list(islice(count(10, -3), 4)), list(islice(cycle([1, 2, 3]), 7)), list(repeat("x", 2)), list(map(pow, count(2), repeat(2, 3))))
print([(k, len(list(g))) for k, g in groupby("AAABBC")], [list(g) for _, g in groupby([1, 2, 4, 5, 7], key=lambda x: x % 2)], {k: [w for w in g] for k, g in groupby(sorted(["bb", "a", "cc", "d"], key=len), key=len)})
gs = groupby("aab"); k1, g1 = next(gs); k2, g2 = next(gs); print(k1, list(g1), k2, list(g2), next(gs, "done"))
a, b, c = tee("xyz", 3); next(a); print(list(a), next(b), list(c), list(b)); print(list(chain("ab", [1], (), {"k": 0})), list(chain.from_iterable(["ab", "cd"])), list(zip_longest("ab", "c", [1, 2, 3], fillvalue=0)), list(starmap(operator.add, [(1, 2), (3, 4)])), list(compress("abcd", [1, 0, 1])), list(filterfalse(None, [0, 1, "", "a"])))
print(list(accumulate("abc")), list(accumulate([5, 2, 8, 1], min)), list(accumulate([1, 2, 3], lambda t, x: t * 10 + x)), list(accumulate([])), list(takewhile(str.isalpha, "ab1c")), list(dropwhile(str.isalpha, "ab1c")), ["".join(p) for p in permutations("abc")][:4], list(combinations(range(4), 3)), len(list(product("ab", repeat=3))), list(product()), ["".join(x) for x in product("ab", "12")], list(permutations([], 0)), list(combinations("ab", 3)))
def take(n, it): return [x for _, x in zip(range(n), it)]
def primes():
    yield 2; seen = []
    for n in count(3, 2):
        if all(n % p for p in seen if p * p <= n): seen.append(n); yield n
def flatten(x):
    for e in x:
        if isinstance(e, (list, tuple)): yield from flatten(e)
        else: yield e
def unique(xs, key=None, seen=None):
    seen = set() if seen is None else seen
    for x in xs:
        k = key(x) if key else x
        if k not in seen: seen.add(k); yield x
def chunked(xs, n):
    it = iter(xs); return iter(lambda: list(islice(it, n)), [])
def sliding(xs, n):
    its = tee(xs, n)
    for i, it in enumerate(its):
        for _ in range(i): next(it, None)
    return zip(*its)
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try: yield next(i)
            except StopIteration: its.remove(i)
print(take(8, primes()), list(flatten([1, [2, (3, [4, []])], "ab"])), list(unique("AbaB", str.lower)), list(chunked(range(7), 3)), list(sliding("abcd", 2)), list(sliding([1], 2)), "".join(interleave("abc", "1", "xy")), take(3, iter([])))
it = iter(range(10)); print(next(it), [x for x in it if x < 4][:9], list(it)); it = iter([1, 2, 3, 4]); print([(x, next(it, None)) for x in it]); nums = [1, 2, 3]; print(list(zip(nums, nums[1:])), [b - a for a, b in zip(nums, nums[1:])], list(zip(*[iter("abcdef")] * 2)), list(zip(*[[1, 2], [3, 4]])), sum(map(operator.mul, nums, nums)), list(map(lambda *a: a, [1, 2], "ab", (x for x in "pq"))), list(filter(lambda p: p[0] != p[1], zip("abc", "abd"))), any(map(str.isupper, "aB")), all([]), sum(1 for _ in "abc"), max(range(-3, 3), key=abs), next(filter(lambda x: x > 1, nums)), dict(map(reversed, {"a": 1}.items())), [*map(str, nums)], set(map(len, ["a", "bb", "c"])) == {1, 2}, list(reversed(list(zip("ab", "cd")))), min(zip([2, 1], "ab")))
m = map(int, ["1", "x", "3"]); print(next(m))
try: next(m)
except ValueError as e: print(e, next(m), next(m, "end"))
z = zip([1, 2, 3], iter("ab")); print(list(z), list(z)); e = enumerate("ab", 5); print(next(e), e.__next__(), list(e)); f = filter(None, [0, 2]); print(f.__iter__() is f, next(f)); r = reversed([1, 2]); print(next(r), list(r), list(r))
for bad in (lambda: islice("a", -1), lambda: islice("a", 1, "b"), lambda: list(chain(1)), lambda: combinations("a"), lambda: product("a", repeat="b"), lambda: next(groupby([1], key=3)), lambda: tee(1), lambda: accumulate(1), lambda: repeat("a", "b"), lambda: count("a"), lambda: list(starmap(pow, [1])), lambda: zip(1), lambda: map(len), lambda: list(map(len, [1])), lambda: list(map(None, [1])), lambda: list(filter(1, [1])), lambda: enumerate(), lambda: reversed({1: 2}.items() and {1}), lambda: next(count()).x, lambda: list(takewhile(1, [1])), lambda: permutations("ab", -1), lambda: zip_longest("a", fill=0), lambda: cycle(1), lambda: chunked(5, 2), lambda: list(islice(count(), 3, 1)), lambda: len(map(str, [])), lambda: map(str, [])[0], lambda: iter(1, 2, 3), lambda: next()):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
next(primes().throw(LookupError("inside")))
