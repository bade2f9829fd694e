"""dict.fromkeys has room for the keys of a dict or set at once; what it allocates."""
import gc
import sys


class D(dict):
    pass


gc.collect()
for kind in (dict.fromkeys, set, frozenset, tuple):
    print([sys.getsizeof(dict.fromkeys(kind(map(str, range(n))))) for n in (0, 1, 4, 5, 6, 10, 11, 20, 21, 42, 43)])
print([sys.getsizeof(dict.fromkeys(dict.fromkeys(range(n)), 0)) for n in (0, 1, 4, 5, 6, 10, 11)])
print([sys.getsizeof(dict.fromkeys(D.fromkeys(range(n)))) for n in (0, 1, 5, 6)])
print([sys.getsizeof(D.fromkeys(set(range(n)))) for n in (0, 1, 5, 6)])
table = dict.fromkeys({'a': 1})
table['b'] = 1
table[3] = [2]
print(sys.getsizeof(table), gc.is_tracked(table))
names = [int.__name__, type.__qualname__]
print(names, sys.getrefcount(names[0]), int.__name__ is int.__name__)


class Meta(type):
    def __new__(meta, name, bases, space):
        print(name, sys.getrefcount(bases) > 2, sys.getrefcount(space))
        return super().__new__(meta, name, bases, space)


class Base(metaclass=Meta):
    pass


parts = (Base,)
Other = type('Other', parts, {'x': 1})
print(Other.x, sys.getrefcount(parts), gc.get_stats()[2]['collections'], gc.get_stats()[0]['collections'] > 0)
