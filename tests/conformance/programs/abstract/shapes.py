from abc import ABC, abstractmethod, ABCMeta
import abc
class Shape(ABC):
    """A shape."""
    def __init__(self, name): self.name = name
    @abstractmethod
    def area(self):
        """The area."""
    @property
    @abstractmethod
    def sides(self): ...
    @classmethod
    @abstractmethod
    def make(cls): pass
    @staticmethod
    @abstractmethod
    def help(): pass
    def describe(self): return f"{self.name} {self.area()}"
class Half(Shape):
    def area(self): return 1
class Square(Half):
    sides = 4
    @classmethod
    def make(cls): return cls("made")
    @staticmethod
    def help(): return "help"
    def area(self): return super().area() + 1
for c in (Shape, Half):
    try: c("x")
    except TypeError as e: print(e)
s = Square("sq")
print(s.describe(), s.sides, Square.make().name, Square.help())
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), sorted(Square.__abstractmethods__))
print(isinstance(s, Shape), issubclass(Square, Shape), isinstance(3, Shape), type(Shape), Shape.__doc__)
class One(metaclass=ABCMeta):
    @abstractmethod
    def f(self): pass
try: One()
except TypeError as e: print(e)
class Two(One):
    def f(self): super().f(); return 2
print(Two().f())
@Shape.register
class Other: pass
print(isinstance(Other(), Shape), issubclass(Other, Shape), issubclass(int, Shape))
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Duck:
            return any("quack" in b.__dict__ for b in other.__mro__)
        return NotImplemented
class D:
    def quack(self): pass
print(isinstance(D(), Duck), issubclass(D, Duck), isinstance(5, Duck))
class Mixed(Square, dict): pass
print(isinstance(Mixed("m"), dict), Mixed.__mro__)
print(Shape, repr(ABC), Shape.__name__, Shape.__module__, ABCMeta)
class G(ABC): pass
print(G(), "x") if False else print(type(G()).__name__)
class P(ABC):
    @property
    @abstractmethod
    def v(self): pass
    @v.setter
    @abstractmethod
    def v(self, x): pass
class P2(P):
    @property
    def v(self): return 5
print(P2().v)
try: issubclass(3, Shape)
except TypeError as e: print(e)
