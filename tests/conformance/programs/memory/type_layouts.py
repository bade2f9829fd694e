"""What a type says of its instances: size, size of an item, where dict and weak references are."""
import collections
import functools
import itertools
import types


def layout(cls):
    return cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__


class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


class More(Slots):
    __slots__ = ("c",)


class Open(More):
    pass


class Weak:
    __slots__ = ("a", "__weakref__")


class WithDict:
    __slots__ = ("a", "__dict__")


class Both(WithDict):
    __slots__ = ("__weakref__",)


class Deeper(Plain):
    __slots__ = ("a", "b")


class Nothing:
    __slots__ = ()


class Number(int):
    pass


class Bare(tuple):
    __slots__ = ()


class Items(list):
    __slots__ = ("extra",)


class Table(dict):
    pass


class Failure(ValueError):
    pass


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


class Text(str):
    pass


class Real(float):
    __slots__ = ("unit",)


class Queue(collections.deque):
    pass


Point = collections.namedtuple("Point", "x y")
for cls in (object, int, bool, float, complex, str, bytes, bytearray, tuple, list, dict, set,
            frozenset, range, slice, type, property, staticmethod, classmethod, super,
            enumerate, zip, map, filter, reversed, memoryview):
    print(cls.__name__, layout(cls))
for cls in (Plain, Slots, More, Open, Weak, WithDict, Both, Deeper, Nothing, Number, Bare, Items,
            Table, Failure, Meta, Made, Text, Real, Queue, Point):
    print(cls.__name__, layout(cls))
for cls in (BaseException, ValueError, KeyError, OSError, FileNotFoundError, StopIteration,
            ImportError, NameError, UnboundLocalError, AttributeError, SyntaxError, UserWarning):
    print(cls.__name__, layout(cls))
for cls in (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.ModuleType,
            types.GeneratorType, types.TracebackType, type(None), type(...), type({}.keys()),
            type(iter([])), types.MappingProxyType):
    print(cls.__name__, layout(cls))
for cls in (collections.OrderedDict, collections.defaultdict, collections.deque,
            collections.Counter, collections.ChainMap, functools.partial, itertools.count,
            itertools.chain, itertools.islice, itertools.product):
    print(cls.__name__, layout(cls))
for size in (0, 1, 5):
    print((1,) * size == () or tuple.__basicsize__ + size * tuple.__itemsize__,
          bytes.__basicsize__ + size)
try:
    Plain.__basicsize__ = 3
except AttributeError as error:
    print("AttributeError:", error)
try:
    int.__itemsize__ = 3
except TypeError as error:
    print("TypeError")
print([name for name in ("__basicsize__", "__dictoffset__") if name in type.__dict__])
