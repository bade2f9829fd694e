"""auto() behind values that are no row of whole numbers."""
import warnings
from enum import Enum, Flag, IntEnum, auto

warnings.simplefilter('ignore')


class Falling(Enum):
    first = auto()
    high = 100
    after = auto()
    low = 50
    last = auto()


class Halves(Enum):
    high = 1.5
    after = auto()
    low = 0.5
    last = auto()


class Ints(IntEnum):
    seven = 7
    three = 3
    last = auto()


class Bits(Flag):
    four = 4
    one = 1
    last = auto()


for kind in Falling, Halves, Ints, Bits:
    print([member.value for member in kind])
for values in ('x',), (5, 'x'), (None,), ((1, 2),):
    try:
        body = type(Enum).__prepare__('Mixed', (Enum,))
        for i, value in enumerate(values):
            body['v%d' % i] = value
        body['last'] = auto()
        print([member.value for member in type(Enum)('Mixed', (Enum,), body)])
    except TypeError as error:
        print(values, error)
