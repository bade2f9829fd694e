from enum import Enum, IntEnum, Flag, IntFlag, auto, unique
class Color(Enum):
    """A colour."""
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f"{self.name} is {self.value}"
    @classmethod
    def default(cls): return cls.GREEN
    @property
    def hexa(self): return hex(self.value)
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, Color.CRIMSON)
print(list(Color), len(Color), Color.RED.describe(), Color.default(), Color.BLUE.hexa)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, isinstance(Color.RED, Color), type(Color.RED), type(Color))
print(Color, repr(Color), Color.__members__["CRIMSON"], list(Color.__members__), Color.__doc__, Color.__name__)
print({Color.RED: 'r'}[Color.RED], Color.RED in Color, f"{Color.RED}", "{:>12}|".format(Color.RED), "%s" % Color.RED)
for code in (lambda: Color(9), lambda: Color['PINK'], lambda: Color.PINK, lambda: Color.RED < Color.BLUE, lambda: setattr(Color, 'RED', 5), lambda: Color.RED.value.x, lambda: setattr(Color.RED, 'value', 3)):
    try: print(code())
    except Exception as e: print(type(e).__name__, e)
class Num(IntEnum):
    ONE = 1
    TWO = 2
print(Num.ONE, repr(Num.TWO), Num.ONE + 1, Num.ONE < Num.TWO, Num.ONE == 1, [10, 20, 30][Num.ONE], f"{Num.ONE}", "%d" % Num.TWO, Num(2), sorted([Num.TWO, Num.ONE]), int(Num.TWO))
class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
print([(m.name, m.value) for m in A])
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R, repr(P.R), P.R | P.X, repr(P.R | P.X), P.RW, bool(P.R & P.W), P.R in P.RW, P(0), repr(P(0)), ~P.R, P(7), list(P))
class I(IntFlag):
    A = 1
    B = 2
    C = 4
print(I.A, repr(I.A | I.B), I.A | I.C, (I.A | I.B) & I.B, I.A + 1, I(0), repr(I(8)), repr(~I.A), f"{I.A}")
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def gravity(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.gravity, Planet.MARS.value, Planet((6.4e23, 3.39e6)))
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
Animal = Enum('Animal', 'CAT DOG')
print(Animal.CAT, list(Animal), Animal.DOG.value)
class S(str, Enum):
    LO = 'lo'
    HI = 'hi'
print(S.LO, repr(S.HI), S.LO == 'lo', S('hi'), S.LO.upper(), f"{S.LO}", S.HI.value)
class Named(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower()
    UP = auto()
    DOWN = auto()
print(list(Named))
class Miss(Enum):
    ONE = 1
    @classmethod
    def _missing_(cls, value): return cls.ONE if value == 'one' else None
print(Miss('one'))
try: Miss('two')
except ValueError as e: print(e)
try:
    class More(Color): PINK = 4
except TypeError as e: print(e)
try:
    class Dup(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
class Base(Enum):
    def hi(self): return "hi " + self.name
class Derived(Base): Q = 1
print(Derived.Q.hi(), hash(Color.RED) == hash(Color.RED), str(Color.RED.value))
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label
        return obj
    PX = (0, 'P.X')
    PY = (1, 'P.Y')
print(Coord.PY.label, Coord(1).name)
print(Color.RED.name, [c.name for c in reversed(Color)], bool(Color.RED), Color.RED is Color(1))
