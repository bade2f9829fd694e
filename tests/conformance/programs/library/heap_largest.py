# How many of the largest: what is no number; what getters are made of.
import heapq
from collections import Counter
from operator import attrgetter, itemgetter, methodcaller

for n in ("x", None, 2.0, -1, 0, 1, 5, True):
    for f in (heapq.nlargest, heapq.nsmallest):
        for data in ([3, 1, 2], iter([3, 1, 2]), 5):
            try:
                print(f(n, data))
            except Exception as e:
                print(type(e).__name__, e)
    try:
        print(Counter("abca").most_common(n))
    except Exception as e:
        print(type(e).__name__, e)
for f in (attrgetter, itemgetter, methodcaller):
    try:
        f()
    except TypeError as e:
        print(e)
    try:
        f(1)
    except TypeError as e:
        print(e)
    try:
        f("a")()
    except TypeError as e:
        print(e)
    try:
        f("a")(1, 2)
    except TypeError as e:
        print(e)
    try:
        f("a")(1, b=2)
    except TypeError as e:
        print(e)
