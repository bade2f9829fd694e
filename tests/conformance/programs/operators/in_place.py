def show(label, function, *self):
    try:
        value = function(*self)
        if hasattr(value, "__next__"):
            value = list(value)
        text = type(value).__name__ + " " + repr(value)
    except Exception as error:
        text = type(error).__name__ + ": " + str(error)
    print(label, "->", ascii(text), *(ascii(repr(part)) for part in self))


class Thing:
    "A class."
    kind = 1
    def __init__(self, value=0):
        self.value = value
    def method(self):
        return self.value
    def __repr__(self):
        return "<Thing>"


class Num:
    def __index__(self):
        return 2
    def __repr__(self):
        return "<Num>"


def func(a, b=2, *args, c=3, **kw):
    "Says what it does."
    return a


inf = float("inf")
nan = float("nan")
big = 10 ** 20
def iadd(a, b): a += b; return a


def isub(a, b): a -= b; return a


def imul(a, b): a *= b; return a


def ior(a, b): a |= b; return a


def iand(a, b): a &= b; return a


def ixor(a, b): a ^= b; return a


def idiv(a, b): a /= b; return a


def imod(a, b): a %= b; return a


show('idiv(s, object())', lambda s: idiv(s, object()), big)
show('imod(s, (1, 2))', lambda s: imod(s, (1, 2)), 'ab')
show('ixor(s, None)', lambda s: ixor(s, None), len)
show('iand(s, [1, 2])', lambda s: iand(s, [1, 2]), NotImplemented)
show('ixor(s, 3)', lambda s: ixor(s, 3), Thing)
show("imul(s, '%s')", lambda s: imul(s, '%s'), Ellipsis)
show('ixor(s, slice(1, 2))', lambda s: ixor(s, slice(1, 2)), -2)
show("iand(s, {'a': 1})", lambda s: iand(s, {'a': 1}), {1, 2})
show('isub(s, [1, 2])', lambda s: isub(s, [1, 2]), 'ab')
show("ixor(s, '%s')", lambda s: ixor(s, '%s'), nan)
show("iadd(s, bytearray(b'ab'))", lambda s: iadd(s, bytearray(b'ab')), (1+2j))
show('imod(s, Thing)', lambda s: imod(s, Thing), slice(1, 2))
show('idiv(s, 3)', lambda s: idiv(s, 3), {1, 2})
show('idiv(s, inf)', lambda s: idiv(s, inf), inf)
show('iadd(s, len)', lambda s: iadd(s, len), inf)
show('ixor(s, -0.0)', lambda s: ixor(s, -0.0), (1, 2))
show("imod(s, '%s')", lambda s: imod(s, '%s'), '%s')
show("iand(s, b'ab')", lambda s: iand(s, b'ab'), nan)
show('imod(s, slice(1, 2))', lambda s: imod(s, slice(1, 2)), inf)
show('iadd(s, Thing)', lambda s: iadd(s, Thing), {1: 2}.keys())
show("isub(s, b'ab')", lambda s: isub(s, b'ab'), None)
show('ior(s, True)', lambda s: ior(s, True), inf)
show("isub(s, {'a': 1})", lambda s: isub(s, {'a': 1}), {'a': 1})
show('isub(s, {1, 2})', lambda s: isub(s, {1, 2}), nan)
show('iadd(s, 0)', lambda s: iadd(s, 0), range(3))
show("imul(s, {'a': 1})", lambda s: imul(s, {'a': 1}), range(3))
show("ior(s, 'ab')", lambda s: ior(s, 'ab'), slice(1, 2))
show('isub(s, [1, 2])', lambda s: isub(s, [1, 2]), slice(1, 2))
show("ixor(s, {'a': 1})", lambda s: ixor(s, {'a': 1}), Thing)
show('ior(s, Thing())', lambda s: ior(s, Thing()), Num())
show('ixor(s, Thing())', lambda s: ixor(s, Thing()), int)
show('imul(s, Thing)', lambda s: imul(s, Thing), big)
show('imod(s, range(3))', lambda s: imod(s, range(3)), None)
show('imod(s, 0)', lambda s: imod(s, 0), 'ab')
show("imod(s, '%s')", lambda s: imod(s, '%s'), 3)
show('iand(s, None)', lambda s: iand(s, None), Thing())
show('isub(s, big)', lambda s: isub(s, big), (1+2j))
show('iadd(s, len)', lambda s: iadd(s, len), NotImplemented)
show("imul(s, '%s')", lambda s: imul(s, '%s'), None)
show('idiv(s, object())', lambda s: idiv(s, object()), 3)
show('isub(s, {1: 2}.keys())', lambda s: isub(s, {1: 2}.keys()), 3)
show('ior(s, None)', lambda s: ior(s, None), NotImplemented)
show('iadd(s, big)', lambda s: iadd(s, big), inf)
show('isub(s, func)', lambda s: isub(s, func), inf)
show("isub(s, b'ab')", lambda s: isub(s, b'ab'), nan)
show('ior(s, 2.5)', lambda s: ior(s, 2.5), 2.5)
show('ior(s, [1, 2])', lambda s: ior(s, [1, 2]), int)
show('isub(s, Thing())', lambda s: isub(s, Thing()), len)
show('idiv(s, Num())', lambda s: idiv(s, Num()), [1, 2])
show('iadd(s, range(3))', lambda s: iadd(s, range(3)), 2.5)
show('imod(s, {1, 2})', lambda s: imod(s, {1, 2}), slice(1, 2))
show("ixor(s, 'ab')", lambda s: ixor(s, 'ab'), {1: 2}.items())
show('ior(s, 0)', lambda s: ior(s, 0), NotImplemented)
show('isub(s, (1+2j))', lambda s: isub(s, (1+2j)), slice(1, 2))
show('iadd(s, NotImplemented)', lambda s: iadd(s, NotImplemented), None)
show('imod(s, {1: 2}.keys())', lambda s: imod(s, {1: 2}.keys()), (1, 2))
show('ior(s, {1: 2}.keys())', lambda s: ior(s, {1: 2}.keys()), b'ab')
show('isub(s, int)', lambda s: isub(s, int), frozenset({1}))
show('imul(s, NotImplemented)', lambda s: imul(s, NotImplemented), (1+2j))
show('ior(s, nan)', lambda s: ior(s, nan), len)
show('iadd(s, (1+2j))', lambda s: iadd(s, (1+2j)), len)
show('imul(s, (1+2j))', lambda s: imul(s, (1+2j)), range(3))
show("iand(s, '%s')", lambda s: iand(s, '%s'), [1, 2])
show('iand(s, Thing)', lambda s: iand(s, Thing), 'ab')
show('imod(s, {1: 2}.items())', lambda s: imod(s, {1: 2}.items()), {1, 2})
show('imul(s, nan)', lambda s: imul(s, nan), {1: 2}.items())
show('iand(s, len)', lambda s: iand(s, len), big)
show('idiv(s, Ellipsis)', lambda s: idiv(s, Ellipsis), 'ab')
show('imod(s, Thing)', lambda s: imod(s, Thing), 0)
show('imul(s, len)', lambda s: imul(s, len), {1, 2})
