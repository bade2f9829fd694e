# Which operand's C code is asked, and what it calls a wrong one.
import collections


class Number(int):
    def __add__(self, other):
        return NotImplemented


class Other(int):
    def __radd__(self, other):
        return NotImplemented


class Box:
    pass


def in_place(a, b):
    a *= b
    return a


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


deque = collections.deque([1])
for value in ([1], (1,), 'a', b'a', bytearray(b'a'), deque, 1.5, Box(), {}, range(3)):
    for other in (deque, [2], Box()):
        show(lambda: value * other)
        show(lambda: in_place(value, other))
for left in (Number(3), Other(4), 5):
    for right in (Number(3), Other(4), 5):
        show(lambda: left + right)
show(lambda: hasattr(dict, "__or__") and type(collections.Counter("a") | collections.defaultdict(int)).__name__)
keys = collections.OrderedDict(a=1).keys()
show(lambda: sorted(keys | 'xa'))
show(lambda: collections.OrderedDict(a=1).items() & [('a', 1)])
show(lambda: b'' % deque)
show(lambda: '' % deque)
show(lambda: str.maketrans(collections.OrderedDict(a=1)))
