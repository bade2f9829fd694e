# A list with two names lives until the second del.
import sys
import weakref


class Watched(list):
    pass


one = Watched([1, 2, 3])
gone = weakref.finalize(one, print, "the list is gone")
two = one
two.append(4)
print(one, one is two, sys.getrefcount(one))
del one
print("after the first del:", two, sys.getrefcount(two))
try:
    one
except NameError as error:
    print(error)
del two
print("after the second del:", gone.alive)
plain = [1, 2, 3]
again = plain
print(sys.getrefcount(plain))
del plain
print(again, sys.getrefcount(again))
del again
