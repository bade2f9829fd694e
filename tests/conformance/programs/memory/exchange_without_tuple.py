import gc
import sys

gc.collect()
a, b, c = [1], [2], [3]
before = gc.get_count()[0]
before = gc.get_count()[0]
a, b = b, a
print(a, b, gc.get_count()[0] - before)
a, b, c = c, a, b
print(a, b, c)
items = [10, 20]
items[0], items[1] = items[1], items[0]
i = 0
i, items[i] = 1, 99
print(items, i)
i, items[i] = 0, i
print(items, i, sys.getrefcount(a))


def exchange(x, y):
    x, y = y, x
    return sys.getrefcount(x), sys.getrefcount(y)


print(exchange(a, b), exchange([], c))
a, b = b, missing
