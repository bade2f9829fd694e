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


inf = float("inf")
nan = float("nan")
big = 10 ** 20
def setitem(a, b, c): a[b] = c; return a


def delitem(a, b): del a[b]; return a


show('setitem(s, -1, 7)', lambda s: setitem(s, -1, 7), Thing)
show('delitem(s, True)', lambda s: delitem(s, True), frozenset({1}))
show("setitem(s, 'a', None)", lambda s: setitem(s, 'a', None), -0.0)
show("setitem(s, 0, b'xy')", lambda s: setitem(s, 0, b'xy'), (1, 2))
show('setitem(s, slice(None, None, 0), None)', lambda s: setitem(s, slice(None, None, 0), None), {1: 2}.items())
show("delitem(s, slice('a'))", lambda s: delitem(s, slice('a')), int)
show("s[slice('a')]", lambda s: s[slice('a')], -2)
show('delitem(s, None)', lambda s: delitem(s, None), 'ab')
show('delitem(s, 1.0)', lambda s: delitem(s, 1.0), 3)
show('setitem(s, Ellipsis, 7)', lambda s: setitem(s, Ellipsis, 7), {1: 2}.items())
show('setitem(s, None, [7, 8])', lambda s: setitem(s, None, [7, 8]), Ellipsis)
show("setitem(s, slice('a'), 7)", lambda s: setitem(s, slice('a'), 7), range(3))
show("setitem(s, 5, 'x')", lambda s: setitem(s, 5, 'x'), (1+2j))
show('s[-1]', lambda s: s[-1], NotImplemented)
show('setitem(s, None, [7, 8])', lambda s: setitem(s, None, [7, 8]), Num())
show('delitem(s, slice(0, 1))', lambda s: delitem(s, slice(0, 1)), len)
show('setitem(s, slice(None, None, -1), None)', lambda s: setitem(s, slice(None, None, -1), None), None)
show('setitem(s, big, [7, 8])', lambda s: setitem(s, big, [7, 8]), -0.0)
show("setitem(s, slice(None, None, -1), b'xy')", lambda s: setitem(s, slice(None, None, -1), b'xy'), Thing())
show('s[5]', lambda s: s[5], 3)
show("setitem(s, -1, b'xy')", lambda s: setitem(s, -1, b'xy'), Thing())
show('setitem(s, Ellipsis, None)', lambda s: setitem(s, Ellipsis, None), Thing())
show("s[b'a']", lambda s: s[b'a'], int)
show('setitem(s, Num(), [7, 8])', lambda s: setitem(s, Num(), [7, 8]), -0.0)
show('s[[0]]', lambda s: s[[0]], b'ab')
show("setitem(s, [0], b'xy')", lambda s: setitem(s, [0], b'xy'), 3)
show('delitem(s, big)', lambda s: delitem(s, big), frozenset({1}))
show('setitem(s, slice(0, 1), 7)', lambda s: setitem(s, slice(0, 1), 7), {'a': 1})
show("setitem(s, True, 'x')", lambda s: setitem(s, True, 'x'), len)
show('s[1.0]', lambda s: s[1.0], True)
show("setitem(s, slice(None, None, -1), b'xy')", lambda s: setitem(s, slice(None, None, -1), b'xy'), int)
show("setitem(s, None, 'x')", lambda s: setitem(s, None, 'x'), int)
show('setitem(s, Ellipsis, 7)', lambda s: setitem(s, Ellipsis, 7), True)
show('setitem(s, Num(), None)', lambda s: setitem(s, Num(), None), NotImplemented)
show("s[b'a']", lambda s: s[b'a'], {1, 2})
show('setitem(s, 5, [7, 8])', lambda s: setitem(s, 5, [7, 8]), big)
show('setitem(s, 1.0, 7)', lambda s: setitem(s, 1.0, 7), frozenset({1}))
show("s[slice('a')]", lambda s: s[slice('a')], nan)
show('setitem(s, None, 7)', lambda s: setitem(s, None, 7), big)
show('delitem(s, slice(None, None, 0))', lambda s: delitem(s, slice(None, None, 0)), frozenset({1}))
show('delitem(s, (0, 1))', lambda s: delitem(s, (0, 1)), (1+2j))
show("setitem(s, True, b'xy')", lambda s: setitem(s, True, b'xy'), {'a': 1})
show('setitem(s, 1.0, None)', lambda s: setitem(s, 1.0, None), {1, 2})
show('setitem(s, None, [7, 8])', lambda s: setitem(s, None, [7, 8]), slice(1, 2))
show('setitem(s, True, None)', lambda s: setitem(s, True, None), Thing)
show('setitem(s, slice(None, None, -1), 7)', lambda s: setitem(s, slice(None, None, -1), 7), None)
show('delitem(s, None)', lambda s: delitem(s, None), b'ab')
show('setitem(s, 1.0, None)', lambda s: setitem(s, 1.0, None), len)
show("setitem(s, Num(), 'x')", lambda s: setitem(s, Num(), 'x'), NotImplemented)
show('setitem(s, big, None)', lambda s: setitem(s, big, None), -2)
show('delitem(s, 0)', lambda s: delitem(s, 0), Ellipsis)
show('s[1.0]', lambda s: s[1.0], bytearray(b'ab'))
show('setitem(s, 1.0, 7)', lambda s: setitem(s, 1.0, 7), 2.5)
show('setitem(s, True, None)', lambda s: setitem(s, True, None), big)
show("setitem(s, (0, 1), b'xy')", lambda s: setitem(s, (0, 1), b'xy'), Ellipsis)
show('delitem(s, 0)', lambda s: delitem(s, 0), (1+2j))
show('setitem(s, slice(None, None, 0), None)', lambda s: setitem(s, slice(None, None, 0), None), frozenset({1}))
show('delitem(s, slice(None, None, 0))', lambda s: delitem(s, slice(None, None, 0)), {1: 2}.items())
show('setitem(s, True, 7)', lambda s: setitem(s, True, 7), big)
show('setitem(s, 1.0, None)', lambda s: setitem(s, 1.0, None), inf)
show("setitem(s, -1, b'xy')", lambda s: setitem(s, -1, b'xy'), '%s')
show("setitem(s, (0, 1), 'x')", lambda s: setitem(s, (0, 1), 'x'), {1: 2}.keys())
show('setitem(s, Ellipsis, [7, 8])', lambda s: setitem(s, Ellipsis, [7, 8]), Ellipsis)
show('delitem(s, None)', lambda s: delitem(s, None), Num())
show("setitem(s, 'a', b'xy')", lambda s: setitem(s, 'a', b'xy'), frozenset({1}))
show('setitem(s, None, [7, 8])', lambda s: setitem(s, None, [7, 8]), range(3))
show("setitem(s, slice('a'), 7)", lambda s: setitem(s, slice('a'), 7), {'a': 1})
show("setitem(s, b'a', [7, 8])", lambda s: setitem(s, b'a', [7, 8]), {'a': 1})
show('setitem(s, slice(None), 7)', lambda s: setitem(s, slice(None), 7), Ellipsis)
show('setitem(s, slice(None, None, -1), 7)', lambda s: setitem(s, slice(None, None, -1), 7), (1, 2))
