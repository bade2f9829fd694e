import sys


def inside(x):
    return sys.getrefcount(x)


def deeper(x, n):
    if n == 0:
        return sys.getrefcount(x)
    return deeper(x, n - 1)


def aliases(x):
    y = x
    z = [x]
    print(sys.getrefcount(x), len(z), y is x)
    del x
    return sys.getrefcount(y)


def keep(x, store=[]):
    store.append(x)
    return len(store)


value = ["shared"]
print(sys.getrefcount(value), inside(value))
print(deeper(value, 0), deeper(value, 1), deeper(value, 5))
print(aliases(value), sys.getrefcount(value))
keep(value)
keep(value)
print(sys.getrefcount(value))
print(sys.getrefcount(inside), inside(inside))
f = inside
print(sys.getrefcount(f), inside([]))
