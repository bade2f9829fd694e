"""A folder without __init__.py does not hide a module of the library; one with it does."""
import random
import weakref

import colours
import heapq
import textwrap

print(weakref.ref.__name__, weakref.__name__, hasattr(weakref, 'note'))
print(random.Random.__name__, hasattr(random, 'dice'))
print(colours.__name__, hasattr(colours, '__file__') and colours.__file__)
print(heapq.heappop([1, 2]), textwrap.own)
try:
    import weakref.note
except ImportError as error:
    print(type(error).__name__, error)
import colours.red
print(colours.red.value)
