from collections import namedtuple
import collections.abc as abc
P = namedtuple("P", ["x", "y", "label"])
class Point(namedtuple("Point", "x y")):
    __slots__ = ()
    origin = property(lambda self: Point(0, 0))
    def __new__(cls, x, y=0): return super().__new__(cls, x, y)
    def __add__(self, o): return Point(self.x + o[0], self.y + o[1])
    def __repr__(self): return f"({self.x};{self.y})"
    def dist(self, o): return ((self.x - o.x) ** 2 + (self.y - o.y) ** 2) ** .5
a, b = Point(3, 4), Point(0)
print(a, b, a + b, a + (1, 1), a.dist(b.origin), a == (3, 4), hash(a) == hash((3, 4)), a._replace(y=9), a._asdict() == dict(x=3, y=4), Point._fields, a[0], a[-1], a[:1], len(a), list(a), max(a), {a: "v"}[(3, 4)], sorted([a, b]), a > b, Point(*[7, 8]), Point(**{"x": 1, "y": 2}), isinstance(a, tuple), issubclass(Point, tuple), isinstance(a, abc.Sequence), Point.__mro__[1].__name__, Point.x is not None, type(a._replace(x=1)).__name__)
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: a.z, lambda: setattr(a, "x", 1), lambda: setattr(a, "new", 1), lambda: a[2], lambda: a + 5, lambda: a._replace(q=1), lambda: P(1, 2), lambda: P(1, 2, 3, 4), lambda: P(1, 2, x=3), lambda: P._make([1]), lambda: namedtuple("T", "1a"), lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "_a"), lambda: namedtuple("T", "def"), lambda: namedtuple("a b", "x"), lambda: namedtuple("T", 5), lambda: namedtuple("class", "x"), lambda: a < 5, lambda: a * "x", lambda: a.append(1), lambda: ().index(1), lambda: (1, 2).index(3), lambda: (1,) + [2], lambda: (1,) - (1,), lambda: (1, 2)(0), lambda: (1)(2) if False else (1, 2)["0"], lambda: tuple(5), lambda: tuple(x for x in 3), lambda: hash(([],)), lambda: (1, 2) < (1, "a"), lambda: (1, 2) < [1, 2], lambda: (1, "a") == (1, 2)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(P(1, 2, "a"), P(y=1, x=2, label=None), repr(P(1, (2,), [3])), str(P(*"abc")), "%s %s %s" % P(1, 2, 3), "{0.x} {0[1]} {0.label}".format(P(1, 2, 3)), P(1, 2, 3)[1:], P.__name__, P.__doc__, P.x.__doc__, namedtuple("R", "a b", rename=True)(1, 2), namedtuple("R", "a def a", rename=True)(1, 2, 3), namedtuple("E", "")(), namedtuple("D", "a b", module="m").__module__)
t = 1, 2, (3, [4]); x, y, (z, w) = t; w += [5]; print(t, x, y, z, w, t[2][1] is w, t * 2 == t + t, t.count(1), 1 in t, [4, 5] in t[2], not (), () is tuple(), (1,) * 3, tuple("ab") + ("c",), (t,) == (t,), len(((),)), ((1, 2), 3)[0][1])
try: t[2][1] += [6]
except TypeError as e: print(e)
try: t[2] += (7,)
except TypeError as e: print(e, t)
def minmax(xs): return min(xs), max(xs)
lo, hi = minmax([3, 1, 2]); print(lo, hi, minmax("hello"), *minmax([5]), type(minmax([1])), (lambda *a: a)(1, 2), (lambda *a: a)(), divmod(7, 2), "a-b".partition("-"), [*enumerate("ab")], {(1, 2): "k", (1,): "j"}[1,], max((1, "b"), (1, "a")), sum([(1,), (2,)], ()), sorted([(2, "a"), (1, "b")], key=lambda p: p[1]), dict([(1, 2), (3, 4)]), [a for a, (b, c) in [(1, (2, 3))]], list(zip((1, 2), (3, 4))), (1, 2) == (1.0, 2.0), (True, 0) == (1, False), () < (None,), (0, None) < (1, None))
for i, (name, (lo, hi)) in enumerate([("a", (1, 2)), ("b", (3, 4))]): print(i, name, lo, hi, end="; ")
print(); empty = (); single = 1,; print(empty, single, (1), ((1,),), (), (1, 2,), tuple([1]), tuple({}), tuple(range(0)))
u, v = 1, 2; u, v = v, u + v; print(u, v); (u), v = v, u; print(u, v); [p, q] = "pq"; print(p, q); (r, s), *rest = [(1, 2), 3, 4]; print(r, s, rest); *init, last = (1, 2, 3); print(init, last)
try: (a, b), c = 1, 2
except TypeError as e: print(e)
a, b, c = Point(1, 2)
