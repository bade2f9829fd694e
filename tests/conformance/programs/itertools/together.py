# Iterators as programs use them together, subclasses, errors on the way.
import itertools as it
import operator

L = [1, 2, 3, 4, 5]


def show(text, make, most=12):
    try:
        result = make()
        if hasattr(result, "__next__"):
            items = []
            for item in result:
                items.append(item)
                if len(items) == most:
                    items.append("...")
                    break
            result = items
        print(text, "->", result)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('len(it.tee([1],4))', lambda: len(it.tee([1],4)))
show('repr(it.count(1,2))', lambda: repr(it.count(1,2)))
show('repr(it.count(2.5))', lambda: repr(it.count(2.5)))
show("repr(it.repeat('a'))", lambda: repr(it.repeat('a')))
show("repr(it.repeat('a',3))", lambda: repr(it.repeat('a',3)))
show('len(it.repeat(1,3))', lambda: len(it.repeat(1,3)))
show('list(map(pow, range(5), it.repeat(2)))', lambda: list(map(pow, range(5), it.repeat(2))))
show("[(k,list(g)) for k,g in it.groupby('AAAABBBCCDAABBB')]", lambda: [(k,list(g)) for k,g in it.groupby('AAAABBBCCDAABBB')])
show('[(k,list(g)) for k,g in it.groupby([1,3,2,4,6,5], key=lambda x:x%2)]', lambda: [(k,list(g)) for k,g in it.groupby([1,3,2,4,6,5], key=lambda x:x%2)])
show("[k for k,g in it.groupby('aabbcc')]", lambda: [k for k,g in it.groupby('aabbcc')])
show('list(it.groupby([]))', lambda: list(it.groupby([])))
show("[list(g) for k,g in list(it.groupby('aabb'))]", lambda: [list(g) for k,g in list(it.groupby('aabb'))])
show('type(it.count()).__name__, it.count.__module__', lambda: type(it.count()).__name__, it.count.__module__)
show('sum(it.islice(it.cycle([1,2,3]),10))', lambda: sum(it.islice(it.cycle([1,2,3]),10)))
show("list(zip(it.count(),'abc'))", lambda: list(zip(it.count(),'abc')))
show("dict(it.zip_longest('ab',[1]))", lambda: dict(it.zip_longest('ab',[1])))
show('isinstance(it.chain(), it.chain)', lambda: isinstance(it.chain(), it.chain))
show('issubclass(it.count, object)', lambda: issubclass(it.count, object))
show('sorted(it.permutations([3,1,2]))[:3]', lambda: sorted(it.permutations([3,1,2]))[:3])
show('len(list(it.product(range(5),repeat=3)))', lambda: len(list(it.product(range(5),repeat=3))))
show("[''.join(p) for p in it.product('01',repeat=3)]", lambda: [''.join(p) for p in it.product('01',repeat=3)])
show('max(len(x) for x in it.combinations(range(6),4))', lambda: max(len(x) for x in it.combinations(range(6),4)))
show('list(it.islice(it.accumulate(it.repeat(2), operator.mul), 6))', lambda: list(it.islice(it.accumulate(it.repeat(2), operator.mul), 6)))


left, right = it.tee(iter(range(130)))
print(sum(left), next(right), next(right), len(list(right)))
one = it.tee(iter("abc"))[0]
two, three = it.tee(one)
print(list(two), list(three))


class Twice(it.count):
    def twice(self):
        return next(self) * 2


numbers = Twice(5)
print(numbers.twice(), numbers.twice(), next(numbers), type(numbers).__mro__[1])
print(it.count, it.chain.from_iterable([[1], [2]]).__class__, sorted(n for n in dir(it) if n[:2] != "__"))
groups = it.groupby("aab")
first, members = next(groups)
second, others = next(groups)
print(first, list(members), second, list(others))
pairs = it.zip_longest([1, 2], [3])
print(next(pairs) is next(pairs))


def broken():
    yield 1
    raise ValueError("boom")


show("chain", lambda: list(it.chain(broken(), [2])))
show("zip_longest", lambda: list(it.zip_longest(broken(), [1, 2, 3])))
show("islice", lambda: list(it.islice(broken(), 5)))
