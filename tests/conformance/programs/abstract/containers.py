from abc import ABC, ABCMeta, abstractmethod
import collections.abc

class Shape(ABC):
    @abstractmethod
    def area(self):
        """Area of it."""
    @property
    @abstractmethod
    def name(self):
        ...
    @classmethod
    @abstractmethod
    def unit(cls): ...
    def describe(self):
        return "%s of area %.1f" % (self.name, self.area())

class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = "square"
    @classmethod
    def unit(cls): return cls(1)

class Half(Shape):
    def area(self): return super().area()
    name = "half"

class Almost(Shape):
    def area(self): pass

for c in (Shape, Square, Half, Almost):
    try:
        print(c(2).describe())
    except TypeError as e:
        print(e)
print(Square.unit().area())
print(sorted(Shape.__abstractmethods__), Square.__abstractmethods__, Half.__abstractmethods__)
print(type(Shape), Shape.area.__isabstractmethod__, Shape.__mro__)

class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Duck:
            return any("quack" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class Mallard:
    def quack(self): return "Quack"
class Robot: pass
print(issubclass(Mallard, Duck), isinstance(Mallard(), Duck), isinstance(Robot(), Duck))
class Plug(ABC): pass
@Plug.register
class Thing: pass
print(isinstance(Thing(), Plug), issubclass(Thing, Plug), Thing.__mro__)
Plug.register(list)
print(isinstance([], Plug), isinstance((), Plug))

class MySeq(collections.abc.Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = MySeq(3, 1, 2, 1)
print(list(s), 2 in s, s.index(1), s.count(1), list(reversed(s)))
try:
    s.index(9)
except ValueError as e:
    print("ValueError", e)
class Incomplete(collections.abc.MutableMapping): pass
try:
    Incomplete()
except TypeError as e:
    print(e)
print(isinstance(s, collections.abc.Iterable), isinstance(3, collections.abc.Hashable), isinstance([], collections.abc.Hashable))
print(isinstance(Shape.area, collections.abc.Callable), issubclass(dict, collections.abc.Mapping))
Shape()
