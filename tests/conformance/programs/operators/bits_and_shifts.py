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

show('(1+2j) >> -0.0', lambda: (1+2j) >> -0.0)
show("big >> '%s'", lambda: big >> '%s')
show("'ab' << Thing()", lambda: 'ab' << Thing())
show('Thing() >> NotImplemented', lambda: Thing() >> NotImplemented)
show("-0.0 ^ '%s'", lambda: -0.0 ^ '%s')
show('2.5 >> Num()', lambda: 2.5 >> Num())
show("{'a': 1} & [1, 2]", lambda: {'a': 1} & [1, 2])
show('0 & int', lambda: 0 & int)
show('True ^ NotImplemented', lambda: True ^ NotImplemented)
show('3 << -2', lambda: 3 << -2)
show("NotImplemented & bytearray(b'ab')", lambda: NotImplemented & bytearray(b'ab'))
show('-0.0 >> func', lambda: -0.0 >> func)
show('Ellipsis << -2', lambda: Ellipsis << -2)
show('True ^ None', lambda: True ^ None)
show('{1, 2} | True', lambda: {1, 2} | True)
show('-2 >> nan', lambda: -2 >> nan)
show('big & 0', lambda: big & 0)
show("'ab' << [1, 2]", lambda: 'ab' << [1, 2])
show('frozenset({1}) >> -0.0', lambda: frozenset({1}) >> -0.0)
show('-0.0 >> 3', lambda: -0.0 >> 3)
show('{1: 2}.keys() | Ellipsis', lambda: {1: 2}.keys() | Ellipsis)
show("b'ab' >> 2.5", lambda: b'ab' >> 2.5)
show("{'a': 1} ^ nan", lambda: {'a': 1} ^ nan)
show('{1, 2} | (1+2j)', lambda: {1, 2} | (1+2j))
show('Num() ^ {1: 2}.items()', lambda: Num() ^ {1: 2}.items())
show('2.5 ^ Ellipsis', lambda: 2.5 ^ Ellipsis)
show('2.5 & object()', lambda: 2.5 & object())
show("func | 'ab'", lambda: func | 'ab')
show('Num() & object()', lambda: Num() & object())
show('func >> (1, 2)', lambda: func >> (1, 2))
show('func & (1+2j)', lambda: func & (1+2j))
show('(1, 2) << None', lambda: (1, 2) << None)
show('True << slice(1, 2)', lambda: True << slice(1, 2))
show('nan ^ {1: 2}.items()', lambda: nan ^ {1: 2}.items())
show('True ^ Ellipsis', lambda: True ^ Ellipsis)
show("{'a': 1} | -2", lambda: {'a': 1} | -2)
show("b'ab' ^ 2.5", lambda: b'ab' ^ 2.5)
show('func >> 3', lambda: func >> 3)
show('Thing & int', lambda: Thing & int)
show('-0.0 ^ True', lambda: -0.0 ^ True)
show('int << 2.5', lambda: int << 2.5)
show('-2 << Thing()', lambda: -2 << Thing())
show('(1+2j) ^ int', lambda: (1+2j) ^ int)
show('int | -2', lambda: int | -2)
show('{1, 2} & func', lambda: {1, 2} & func)
show('-0.0 << frozenset({1})', lambda: -0.0 << frozenset({1}))
show('Thing & (1+2j)', lambda: Thing & (1+2j))
show('Ellipsis >> Num()', lambda: Ellipsis >> Num())
show('-2 >> range(3)', lambda: -2 >> range(3))
show('int | 3', lambda: int | 3)
show('[1, 2] & inf', lambda: [1, 2] & inf)
show('{1: 2}.items() << slice(1, 2)', lambda: {1: 2}.items() << slice(1, 2))
show('True & 0', lambda: True & 0)
show("b'ab' | 'ab'", lambda: b'ab' | 'ab')
show('int << Num()', lambda: int << Num())
show('{1, 2} | {1: 2}.keys()', lambda: {1, 2} | {1: 2}.keys())
show('inf << {1, 2}', lambda: inf << {1, 2})
show('{1, 2} >> -0.0', lambda: {1, 2} >> -0.0)
show("'ab' ^ 3", lambda: 'ab' ^ 3)
show('int ^ 0', lambda: int ^ 0)
show('Ellipsis >> (1+2j)', lambda: Ellipsis >> (1+2j))
show('(1, 2) ^ {1: 2}.keys()', lambda: (1, 2) ^ {1: 2}.keys())
show('{1: 2}.keys() ^ inf', lambda: {1: 2}.keys() ^ inf)
show("'ab' ^ 0", lambda: 'ab' ^ 0)
show("(1+2j) & 'ab'", lambda: (1+2j) & 'ab')
show("'%s' | -2", lambda: '%s' | -2)
show('range(3) & True', lambda: range(3) & True)
show("'ab' ^ object()", lambda: 'ab' ^ object())
show('(1+2j) | (1, 2)', lambda: (1+2j) | (1, 2))
show("int << {'a': 1}", lambda: int << {'a': 1})
