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

show('range(3) // None', lambda: range(3) // None)
show('(1+2j) + object()', lambda: (1+2j) + object())
show('func ** object()', lambda: func ** object())
show("0 @ b'ab'", lambda: 0 @ b'ab')
show('2.5 % {1, 2}', lambda: 2.5 % {1, 2})
show('big // -2', lambda: big // -2)
show("{1: 2}.keys() % bytearray(b'ab')", lambda: {1: 2}.keys() % bytearray(b'ab'))
show("b'ab' @ slice(1, 2)", lambda: b'ab' @ slice(1, 2))
show('0 * True', lambda: 0 * True)
show('2.5 - range(3)', lambda: 2.5 - range(3))
show('Ellipsis - len', lambda: Ellipsis - len)
show('int * inf', lambda: int * inf)
show('True - Ellipsis', lambda: True - Ellipsis)
show("[1, 2] // bytearray(b'ab')", lambda: [1, 2] // bytearray(b'ab'))
show('Thing * {1, 2}', lambda: Thing * {1, 2})
show("int % 'ab'", lambda: int % 'ab')
show('big // range(3)', lambda: big // range(3))
show('big % {1: 2}.keys()', lambda: big % {1: 2}.keys())
show('0 @ Thing', lambda: 0 @ Thing)
show("bytearray(b'ab') * {1: 2}.items()", lambda: bytearray(b'ab') * {1: 2}.items())
show('0 ** frozenset({1})', lambda: 0 ** frozenset({1}))
show('Thing % -0.0', lambda: Thing % -0.0)
show("inf + bytearray(b'ab')", lambda: inf + bytearray(b'ab'))
show('{1, 2} // -2', lambda: {1, 2} // -2)
show('int * len', lambda: int * len)
show('inf % int', lambda: inf % int)
show("object() % {'a': 1}", lambda: object() % {'a': 1})
show('-0.0 + object()', lambda: -0.0 + object())
show('frozenset({1}) % nan', lambda: frozenset({1}) % nan)
show('Thing ** Thing', lambda: Thing ** Thing)
show("'ab' @ [1, 2]", lambda: 'ab' @ [1, 2])
show('nan - slice(1, 2)', lambda: nan - slice(1, 2))
show('Num() // big', lambda: Num() // big)
show('2.5 @ True', lambda: 2.5 @ True)
show('Thing + {1: 2}.items()', lambda: Thing + {1: 2}.items())
show("big ** b'ab'", lambda: big ** b'ab')
show('big // NotImplemented', lambda: big // NotImplemented)
show('{1: 2}.keys() + big', lambda: {1: 2}.keys() + big)
show('object() - 2.5', lambda: object() - 2.5)
show('int ** NotImplemented', lambda: int ** NotImplemented)
show('frozenset({1}) @ {1: 2}.items()', lambda: frozenset({1}) @ {1: 2}.items())
show('slice(1, 2) - nan', lambda: slice(1, 2) - nan)
show('Thing() ** {1: 2}.keys()', lambda: Thing() ** {1: 2}.keys())
show('frozenset({1}) + Thing', lambda: frozenset({1}) + Thing)
show('(1, 2) + 2.5', lambda: (1, 2) + 2.5)
show("'ab' ** object()", lambda: 'ab' ** object())
show('[1, 2] ** -2', lambda: [1, 2] ** -2)
show('True @ None', lambda: True @ None)
show('frozenset({1}) - -0.0', lambda: frozenset({1}) - -0.0)
show('{1: 2}.items() % Thing', lambda: {1: 2}.items() % Thing)
show('None ** True', lambda: None ** True)
show('NotImplemented - 0', lambda: NotImplemented - 0)
show('-0.0 - big', lambda: -0.0 - big)
show('{1: 2}.keys() @ None', lambda: {1: 2}.keys() @ None)
show('int * -0.0', lambda: int * -0.0)
show('(1+2j) @ Ellipsis', lambda: (1+2j) @ Ellipsis)
show('None % [1, 2]', lambda: None % [1, 2])
show('(1+2j) - {1, 2}', lambda: (1+2j) - {1, 2})
show('0 * object()', lambda: 0 * object())
show('True % {1, 2}', lambda: True % {1, 2})
show('Thing % {1: 2}.keys()', lambda: Thing % {1: 2}.keys())
show('frozenset({1}) @ int', lambda: frozenset({1}) @ int)
show("None // {'a': 1}", lambda: None // {'a': 1})
show("Thing() - b'ab'", lambda: Thing() - b'ab')
show('{1: 2}.keys() + -0.0', lambda: {1: 2}.keys() + -0.0)
show('NotImplemented // Thing()', lambda: NotImplemented // Thing())
show('True - inf', lambda: True - inf)
show('2.5 % inf', lambda: 2.5 % inf)
show("{'a': 1} * frozenset({1})", lambda: {'a': 1} * frozenset({1}))
show('slice(1, 2) % (1+2j)', lambda: slice(1, 2) % (1+2j))
