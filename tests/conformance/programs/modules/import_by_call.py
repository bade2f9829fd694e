"""__import__() called by the program, and its own function that calls the interpreter's."""
import builtins


def tell(*values, **named):
    try:
        print(__import__(*values, **named).__name__)
    except (ImportError, KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


print(__import__('math').sqrt(2))
tell('collections.abc')
tell('collections.abc', fromlist=['Mapping'])
tell('collections.abc', fromlist=[])
tell(name='string', fromlist=('*',))
tell('random', globals(), locals(), ['choice'], 0)
tell(__name__)
tell('')
tell(1)
tell(b'math')
tell()
tell('math', level=-1)
tell('math', level='one')
tell('math', level=1)
tell('math', globals=5)
tell('nowhere')
tell('nowhere.near')
tell('math.sqrt')
tell('math', {'__package__': 'nowhere'}, None, (), 1)
tell('math', {'__package__': None, '__name__': 'nowhere.near'}, None, (), 1)
tell('collections', fromlist=('deque', 1))
tell('math', fromlist=(1,))

the_import = builtins.__import__
print(the_import is __import__, callable(the_import), the_import.__name__)


def reported(name, *rest):
    print('import', name)
    return the_import(name, *rest)


builtins.__import__ = reported
import bisect
from string import digits
import collections.abc as abstract
print(bisect.bisect([1, 2], 1), digits, abstract.__name__)
builtins.__import__ = the_import
import heapq
print(heapq.nlargest(1, [1, 2]))
name = 'key' + 'word'
print(__import__(name).iskeyword('if'))
del builtins.__import__
try:
    import random
except ImportError as error:
    print(error)
