"""What instances of classes that extend a built-in type take, with and without attributes."""
import collections
import gc
import sys
import weakref


class Thing:
    pass


def sizes(base, *args):
    class Plain(base):
        pass

    class Bare(base):
        __slots__ = ()

    first = Plain(*args)
    first.a = 1
    second = Plain(*args)
    second.a, second.b = 1, 2
    bare = Bare(*args)
    print(base.__name__, sys.getsizeof(first), sys.getsizeof(bare), gc.is_tracked(first), gc.is_tracked(bare))
    print(sys.getsizeof(first.__dict__), sys.getsizeof(second.__dict__),
          [type(r).__name__ for r in gc.get_referents(second)])


thing = Thing()
for base, args in ((list, ('abc',)), (dict, ()), (set, ()), (frozenset, ()), (tuple, ('ab',)), (int, (5,)),
                   (float, (1.5,)), (complex, ()), (str, ('ab',)), (bytes, (b'ab',)), (bytearray, (b'ab',)),
                   (Exception, ('m',)), (KeyError, ('k',)), (StopIteration, ()), (collections.OrderedDict, ()),
                   (collections.defaultdict, ()), (collections.deque, ()), (collections.Counter, ()),
                   (weakref.ref, (thing,)), (property, ()), (staticmethod, (len,)), (object, ())):
    sizes(base, *args)


class Keyed(weakref.ref):
    __slots__ = 'key', 'other'


class Degrees(float):
    __slots__ = ('unit',)


keyed = Keyed(thing)
keyed.key = [1]
degrees = Degrees(21.5)
degrees.unit = 'C'
for instance in keyed, degrees:
    print(sys.getsizeof(instance), hasattr(instance, '__dict__'), [type(r).__name__ for r in gc.get_referents(instance)])
try:
    keyed.other
except AttributeError as error:
    print(error)
del keyed.key
print(hasattr(keyed, 'key'), degrees.unit, degrees + 1)


def function(a, b=1, *, c=2):
    """A function."""
    return thing, lambda: a


print([type(r).__name__ for r in gc.get_referents(function)])
