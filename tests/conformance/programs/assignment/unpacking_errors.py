a, b, *c = range(6); print(a, b, c)
*a, b = "hi"; print(a, b)
a, *b = [1]; print(a, b)
(a, b), [c, *d] = (1, 2), "xyz"; print(a, b, c, d)
[a, [b, [c]]] = [1, [2, [3]]]; print(a, b, c)
a = b = c = [0]; a.append(1); print(c)
a, b = b, a
for i, (name, *marks) in enumerate([("ann", 1, 2), ("bob",), ("cy", 3)]): print(i, name, marks, sum(marks))
def f(*args, **kw): return args, kw
print(f(*[1, 2], 3, *"ab", **{"k": 1}, z=2), f(*()), f(**{}), f(*range(2), *{5}))
print([*range(3), *"ab", *{"k": 1}], (*[1], 2), {*[1, 2], 3}, {**{"a": 1}, "b": 2, **{"a": 3}})
def swap(a, b): return b, a
x, y = swap(1, 2); print(x, y)
head, *_, last = "abcdef"; print(head, last, _)
for bad in (lambda: [] , lambda: [1], lambda: [1, 2, 3], lambda: "abcd", lambda: 5, lambda: None, lambda: {}, lambda: (i for i in range(9)), lambda: object):
    try:
        p, q = bad()
        print(p, q)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for bad in ([], [1], 5):
    try:
        p, q, *r = bad
        print(p, q, r)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for call in (lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(*None), lambda: f(**[("a", 1)]), lambda: [*5], lambda: {**5}, lambda: {*5}, lambda: (*None,), lambda: swap(*[1]), lambda: swap(*[1, 2, 3]),
             lambda: f(k=1, **{"k": 2}), lambda: swap(1, **{"a": 2}), lambda: swap(*"ab"), lambda: print(*[1, 2], sep="-"), lambda: max(*[3, 1]), lambda: max(*[])):
    try:
        print(call())
    except TypeError as e:
        print("TypeError", e)
x = [1, 2, 3]
x[0], *x[1:], = "ab"; print(x)
i = 1
i, x[i] = 0, "target"; print(i, x)
class Bag: pass
bag = Bag(); bag.a, bag.b = bag.c = "pq"; print(vars(bag))
d = {}; d["k"], d["v"] = 1, 2; (d["t"],) = [3]; print(d)
for k, v in d.items(): print(k, v, end=";")
print()
(x) = 1; (y,) = (2,); print(x, y)
z = 1, ; print(z, type(z).__name__)
print([(p, q) for p, (q, *_) in [(1, "ab"), (2, "c")]], [p + q for p, q in zip("ab", "cd")], dict(map(lambda kv: kv[::-1], d.items())))
def gen():
    got = yield 1
    print("got", got); yield 2
a, b = gen(); print(a, b)
def fibs(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
print([fibs(n) for n in range(10)], *sorted({3: 0, 1: 0}), sep="|", end="!\n")
first, second, third = "ab"
