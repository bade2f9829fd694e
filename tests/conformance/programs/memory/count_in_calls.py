import sys


def depth(n, thing):
    if n == 0:
        return sys.getrefcount(thing)
    return depth(n - 1, thing)


def keep(thing, store={}):
    store[len(store)] = thing
    return sys.getrefcount(thing)


def exchange(a, b):
    a, b = b, a
    return sys.getrefcount(a), sys.getrefcount(b)


def as_global():
    global another
    another = thing
    print(sys.getrefcount(thing))
    del another


thing = object()
for i in range(5):
    print(i, depth(i, thing))
print(keep(thing), keep(thing), keep(thing), sys.getrefcount(thing))
print(exchange([], thing))
as_global()
print(sys.getrefcount(thing), sys.getrefcount(keep), sys.getrefcount(depth))
