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


nan = float("nan")
big = 10 ** 20

show('int(s)', lambda s: int(s), True)
show("b''.join(s)", lambda s: b''.join(s), nan)
show('s()', lambda s: s(), frozenset({1}))
show('tuple(s)', lambda s: tuple(s), NotImplemented)
show("'abcd'[s]", lambda s: 'abcd'[s], -2)
show('float(s)', lambda s: float(s), frozenset({1}))
show('not s', lambda s: not s, -2)
show("hasattr(s, '__len__')", lambda s: hasattr(s, '__len__'), bytearray(b'ab'))
show('not s', lambda s: not s, [1, 2])
show('pow(s, 2)', lambda s: pow(s, 2), 'ab')
show("'abcd'[s]", lambda s: 'abcd'[s], big)
show('len(s)', lambda s: len(s), NotImplemented)
show('complex(s)', lambda s: complex(s), -0.0)
show('any(s)', lambda s: any(s), {1: 2}.keys())
show('next(s)', lambda s: next(s), Thing)
show("'abcd'[:s]", lambda s: 'abcd'[:s], {1, 2})
show('not s', lambda s: not s, (1, 2))
show('round(s)', lambda s: round(s), Thing)
show('getattr(s, 3)', lambda s: getattr(s, 3), Num())
show("'abcd'[s]", lambda s: 'abcd'[s], nan)
show('list(s)', lambda s: list(s), bytearray(b'ab'))
show("format(s, 's')", lambda s: format(s, 's'), Thing)
show("delattr(s, 'x')", lambda s: delattr(s, 'x'), slice(1, 2))
show('type(s).__name__', lambda s: type(s).__name__, nan)
show('+s', lambda s: +s, 0)
show('abs(s)', lambda s: abs(s), Thing)
show('bytearray(4)[s]', lambda s: bytearray(4)[s], slice(1, 2))
show('frozenset(s)', lambda s: frozenset(s), range(3))
show('(1, 2, 3)[s]', lambda s: (1, 2, 3)[s], Thing)
show('bytes(s)', lambda s: bytes(s), len)
show('sum(s)', lambda s: sum(s), Ellipsis)
show('slice(s).indices(3)', lambda s: slice(s).indices(3), 3)
show('filter(s, [1, 0])', lambda s: filter(s, [1, 0]), {1: 2}.items())
show('bytearray(4)[s]', lambda s: bytearray(4)[s], Ellipsis)
show('func(*s)', lambda s: func(*s), {1: 2}.items())
show('isinstance(1, s)', lambda s: isinstance(1, s), 'ab')
show('{True: 1}[s]', lambda s: {True: 1}[s], big)
show('s.nothing', lambda s: s.nothing, -2)
show('(1, 2, 3)[s]', lambda s: (1, 2, 3)[s], -2)
show('int(s)', lambda s: int(s), nan)
show('issubclass(int, s)', lambda s: issubclass(int, s), {'a': 1})
show('dir(s) == sorted(dir(s))', lambda s: dir(s) == sorted(dir(s)), True)
show('oct(s)', lambda s: oct(s), {1, 2})
show('getattr(s, 3)', lambda s: getattr(s, 3), None)
show('ord(s)', lambda s: ord(s), 0)
show('[1, 2, 3, 4][s:]', lambda s: [1, 2, 3, 4][s:], slice(1, 2))
show("'%c' % (s,)", lambda s: '%c' % (s,), len)
show('vars(s)', lambda s: vars(s), {1: 2}.items())
show('min(s)', lambda s: min(s), '%s')
show("setattr(s, 'x', 1)", lambda s: setattr(s, 'x', 1), Num())
show('complex(s)', lambda s: complex(s), b'ab')
show('int(s)', lambda s: int(s), 3)
show('bool(s)', lambda s: bool(s), Thing())
show('type(s)', lambda s: type(s), big)
show('filter(s, [1, 0])', lambda s: filter(s, [1, 0]), len)
show('reversed(s)', lambda s: reversed(s), True)
show("format(s, 'd')", lambda s: format(s, 'd'), {1: 2}.keys())
show('max(s)', lambda s: max(s), len)
show('not s', lambda s: not s, big)
show('isinstance(s, (int, (str,)))', lambda s: isinstance(s, (int, (str,))), Thing())
show('issubclass(int, s)', lambda s: issubclass(int, s), '%s')
show('s.nothing', lambda s: s.nothing, big)
show('reversed(s)', lambda s: reversed(s), b'ab')
show('filter(s, [1, 0])', lambda s: filter(s, [1, 0]), Thing)
show("format(s, 'd')", lambda s: format(s, 'd'), (1+2j))
show("b''.join(s)", lambda s: b''.join(s), 'ab')
show('abs(s)', lambda s: abs(s), {1: 2}.keys())
show('type(s)', lambda s: type(s), Thing())
show('bytearray(s)', lambda s: bytearray(s), Num())
show('issubclass(int, s)', lambda s: issubclass(int, s), {1, 2})
