"""What sys.getsizeof counts of descriptors, of classes with some of __dict__ and __weakref__ in
their slots, and in front of objects that tell their size themselves."""
import sys

size = sys.getsizeof


class Plain:
    pass


class Pair:
    __slots__ = ("a", "b")


print(size(Pair.a), size(int.real), size(Plain.__dict__["__dict__"]), size(complex.real))
print(size(int.__add__), size(str.upper), size(object.__init__), size(Plain.__init__))
print(size(Plain().__init__), size(list.__len__), size([].__len__), size(super(Plain, Plain())))


class Weak:
    __slots__ = ("a", "__weakref__")


class Open:
    __slots__ = ("a", "__dict__")


class Both:
    __slots__ = ("__dict__", "__weakref__")


class WeakChild(Weak):
    pass


class OpenChild(Open):
    pass


print([size(c()) for c in (Plain, Pair, Weak, Open, Both, WeakChild, OpenChild)])
print([c().__sizeof__() for c in (Plain, Pair, Weak, Open, Both, WeakChild, OpenChild)])


class Told:
    def __sizeof__(self):
        return 1000


class ToldList(list):
    def __sizeof__(self):
        return 1000


class ToldPair:
    __slots__ = ("a",)

    def __sizeof__(self):
        return 1000


class ToldError(Exception):
    def __sizeof__(self):
        return 1000


print(size(Told()), size(ToldList()), size(ToldPair()), size(ToldError()))
