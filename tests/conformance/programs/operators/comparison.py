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

show('inf > func', lambda: inf > func)
show('-0.0 == (1+2j)', lambda: -0.0 == (1+2j))
show("'ab' < range(3)", lambda: 'ab' < range(3))
show('{1, 2} <= int', lambda: {1, 2} <= int)
show('inf <= object()', lambda: inf <= object())
show('Ellipsis == 3', lambda: Ellipsis == 3)
show("None <= 'ab'", lambda: None <= 'ab')
show("'%s' <= frozenset({1})", lambda: '%s' <= frozenset({1}))
show("inf in {'a': 1}", lambda: inf in {'a': 1})
show('frozenset({1}) >= 2.5', lambda: frozenset({1}) >= 2.5)
show('[1, 2] == object()', lambda: [1, 2] == object())
show('slice(1, 2) > Thing', lambda: slice(1, 2) > Thing)
show('True != range(3)', lambda: True != range(3))
show('0 < Num()', lambda: 0 < Num())
show('{1: 2}.items() == inf', lambda: {1: 2}.items() == inf)
show('int != (1+2j)', lambda: int != (1+2j))
show("b'ab' <= inf", lambda: b'ab' <= inf)
show('{1: 2}.keys() in (1+2j)', lambda: {1: 2}.keys() in (1+2j))
show("(1, 2) >= bytearray(b'ab')", lambda: (1, 2) >= bytearray(b'ab'))
show('Num() >= None', lambda: Num() >= None)
show('None < frozenset({1})', lambda: None < frozenset({1}))
show("slice(1, 2) < b'ab'", lambda: slice(1, 2) < b'ab')
show('{1, 2} >= {1, 2}', lambda: {1, 2} >= {1, 2})
show("[1, 2] != '%s'", lambda: [1, 2] != '%s')
show('slice(1, 2) != (1+2j)', lambda: slice(1, 2) != (1+2j))
show('{1: 2}.items() > big', lambda: {1: 2}.items() > big)
show('{1: 2}.keys() <= range(3)', lambda: {1: 2}.keys() <= range(3))
show('True != {1, 2}', lambda: True != {1, 2})
show('frozenset({1}) == True', lambda: frozenset({1}) == True)
show('2.5 <= range(3)', lambda: 2.5 <= range(3))
show('frozenset({1}) < True', lambda: frozenset({1}) < True)
show('{1, 2} > 3', lambda: {1, 2} > 3)
show('3 > {1, 2}', lambda: 3 > {1, 2})
show("{1: 2}.keys() < 'ab'", lambda: {1: 2}.keys() < 'ab')
show('(1, 2) <= -2', lambda: (1, 2) <= -2)
show('Ellipsis >= big', lambda: Ellipsis >= big)
show('nan == True', lambda: nan == True)
show('None in Thing()', lambda: None in Thing())
show('3 < object()', lambda: 3 < object())
show('Ellipsis > Thing', lambda: Ellipsis > Thing)
show('NotImplemented != frozenset({1})', lambda: NotImplemented != frozenset({1}))
show('2.5 <= big', lambda: 2.5 <= big)
show('2.5 in {1, 2}', lambda: 2.5 in {1, 2})
show('True in big', lambda: True in big)
show("{'a': 1} == 0", lambda: {'a': 1} == 0)
show('Thing() == 2.5', lambda: Thing() == 2.5)
show('len in len', lambda: len in len)
show('True < Thing', lambda: True < Thing)
show('range(3) <= 0', lambda: range(3) <= 0)
show("func != bytearray(b'ab')", lambda: func != bytearray(b'ab'))
show('{1, 2} >= {1: 2}.keys()', lambda: {1, 2} >= {1: 2}.keys())
show('range(3) < slice(1, 2)', lambda: range(3) < slice(1, 2))
show("{'a': 1} > inf", lambda: {'a': 1} > inf)
show('Ellipsis in object()', lambda: Ellipsis in object())
show('big > range(3)', lambda: big > range(3))
show('{1: 2}.keys() == NotImplemented', lambda: {1: 2}.keys() == NotImplemented)
show('range(3) <= Thing', lambda: range(3) <= Thing)
show('-2 in func', lambda: -2 in func)
show('inf != iter([1])', lambda: inf != iter([1]))
show('nan > big', lambda: nan > big)
show('(1+2j) != len', lambda: (1+2j) != len)
show('-2 != 2.5', lambda: -2 != 2.5)
show('Ellipsis > 0', lambda: Ellipsis > 0)
show('big == frozenset({1})', lambda: big == frozenset({1}))
show("{1, 2} != '%s'", lambda: {1, 2} != '%s')
show('(1, 2) != object()', lambda: (1, 2) != object())
show("range(3) == '%s'", lambda: range(3) == '%s')
show('3 in len', lambda: 3 in len)
show('Ellipsis <= big', lambda: Ellipsis <= big)
show("{1: 2}.keys() >= bytearray(b'ab')", lambda: {1: 2}.keys() >= bytearray(b'ab'))
