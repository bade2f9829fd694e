def f():
    """  First.

      indented
    \tback
      trailing

    """


def g():
    "\n   x\n  y\n"


class C:
    """One
    two
      three"""

    def method(self): "   "


def h():
    "\ttab first\n\ttab\n        eight"


for thing in (f, g, C, C.method, C().method, h, print if f.__doc__ is None else f):
    print(repr(thing.__doc__))
