"""What classes refuse: bases that are none, attributes of classes and instances that are not to be set."""


class Dog:
    def __init__(self):
        self.name = "Rex"

    def bark(self):
        return "wuff"


class Cat:
    pass


class Slotted:
    __slots__ = ("size",)


def attempt(label, action):
    try:
        print(label, "->", action())
    except (TypeError, AttributeError, ValueError) as error:
        print(label, "->", type(error).__name__ + ":", error)


dog = Dog()
for name, value in (("__class__", int), ("__class__", 3), ("__dict__", 3), ("x", 1)):
    attempt("dog.%s = %r" % (name, value), lambda: setattr(dog, name, value))
for name, value in (("__dict__", {}), ("__bases__", 1), ("__bases__", ()), ("__bases__", (1,)), ("__bases__", (int,)),
                    ("__bases__", (Dog,)), ("__name__", 3), ("__qualname__", 3), ("__mro__", ()), ("__base__", 3)):
    attempt("Dog.%s = %r" % (name, value), lambda: setattr(Dog, name, value))
for name in ("__bases__", "__name__", "__qualname__", "__doc__", "__module__", "nothing"):
    attempt("del Dog.%s" % name, lambda: delattr(Dog, name))
for name in ("nothing", "bark", "__class__"):
    attempt("del dog.%s" % name, lambda: delattr(dog, name))
attempt("dog.bark.nothing", lambda: dog.bark.nothing)
attempt("dog.bark.x = 1", lambda: setattr(dog.bark, "x", 1))
attempt("del len.x", lambda: delattr(len, "x"))
attempt("del int.real", lambda: delattr(int, "real"))
attempt("del dog.__dict__", lambda: delattr(dog, "__dict__"))
print(vars(dog))


def build(base):
    class X(base):
        pass
    return X.__mro__


for base in (None, len, Dog, {}, dog, NotImplemented, ..., range, bool, slice):
    attempt("class X(%s)" % type(base).__name__, lambda: build(base))

member = Slotted.size
thing = Slotted()
attempt("get", lambda: member.__get__(thing))
attempt("set", lambda: member.__set__(thing, 5))
attempt("get", lambda: member.__get__(thing, Slotted))
attempt("get of the class", lambda: member.__get__(None, Slotted) is member)
attempt("get of another", lambda: member.__get__(3))
attempt("set another", lambda: member.__set__(3, 4))
attempt("delete", lambda: member.__delete__(thing))
attempt("no owner", lambda: member.__get__(None))
attempt("method", lambda: str.upper.__get__("abc")())
attempt("method of another", lambda: str.upper.__get__(3))
attempt("wrapper", lambda: str.__add__.__get__("a", str)("b"))
attempt("getset", lambda: int.real.__get__(3))
attempt("getset is read-only", lambda: int.real.__set__(3, 4))
attempt("object.__new__", lambda: object.__new__())
attempt("Exception.__new__", lambda: repr(Exception.__new__(KeyError)))
attempt("int.__new__", lambda: int.__new__(str))
