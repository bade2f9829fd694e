"""from m import * of what is no module: __all__ may be any sequence, names come by getattr."""
import sys


class Standing:
    """Stands for a module."""


def stand(thing=None, **values):
    thing = Standing() if thing is None else thing
    for name, value in values.items():
        setattr(thing, name, value)
    sys.modules['standing'] = thing


class Made:
    def __getattr__(self, name):
        if name == '__all__':
            return ['first', '_second']
        if name.startswith('__'):
            raise AttributeError(name)
        return name * 2


class Counted:
    def __getitem__(self, index):
        return ['a', 'b'][index]


class Slotted:
    __slots__ = 'c'


stand(x=5, _y=6)
from standing import *
print(x, '_y' in globals())
stand(Made())
from standing import *
print(first, _second)
stand(Standing, k=3)
from standing import *
print(k)
for names in ('a', 'b'), 'ab', Counted(), ['a', 'missing'], 5, {'a'}:
    a = b = None
    stand(a=1, b=2, __all__=names)
    try:
        from standing import *
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
    print(a, b)
stand(a=9, __all__=['a', 1], __name__='standing')
try:
    from standing import *
except TypeError as error:
    print(error, a)
stand(d=4, __name__='standing')
sys.modules['standing'].__dict__[3] = 4
try:
    from standing import *
except TypeError as error:
    print(error, d)
stand(Slotted())
try:
    from standing import *
except ImportError as error:
    print(error)
