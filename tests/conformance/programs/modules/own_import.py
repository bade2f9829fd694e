"""A program that puts a function of its own in the place of builtins.__import__."""
import builtins


class Found:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, part):
        if part.startswith('_'):
            raise AttributeError(part)
        return '%s.%s' % (self.name, part)


def find(name, globals, locals, fromlist, level):
    if name == 'missing':
        raise ImportError('no ' + name)
    here = locals and sorted(key for key in locals if key.startswith('here'))
    print(name, globals['__name__'], here, fromlist, level)
    return Found(name)


builtins.__import__ = find
import one
import two.three
import two.three as three
from four import five, six as seven
from .eight import nine
from .. import ten

print(one.x, two.y, five, seven, nine, ten)


def inside():
    here1 = 1
    import eleven
    print(eleven.z)


class Body:
    here2 = 2
    from twelve import t


inside()
print(Body.t)
try:
    import missing
except ImportError as error:
    print(error)
