"""Weak references while their callbacks run, by count and by the collector."""
import gc
import weakref
from sys import getrefcount

gc.collect()


class Thing:
    pass


def gone(reference):
    print('gone', reference() is None, getrefcount(reference), gc.is_tracked(reference))


one = Thing()
alone = weakref.ref(one, gone)
del one
two = Thing()
first, second = weakref.ref(two, gone), weakref.ref(two, gone)
plain = weakref.ref(two)
del two
ring = Thing()
ring.own = ring
seen = weakref.ref(ring, gone)
later = weakref.ref(ring, lambda reference: print('later', getrefcount(reference), reference is later))
del ring
print(gc.collect() > 0, seen() is None, gc.is_tracked(seen), any(x is seen for x in gc.get_objects()))
