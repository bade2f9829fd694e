# Who holds arguments while partial, reduce, lru_cache and __missing__ call.
import operator
import sys
from collections import defaultdict
from functools import lru_cache, partial, reduce


class Thing:
    def __init__(self, value=0):
        self.value = value

    def __add__(self, other):
        print('add', sys.getrefcount(self), sys.getrefcount(other))
        return Thing(self.value + other.value)


def counts(*args, **kwargs):
    return [sys.getrefcount(a) for a in args] + sorted((k, sys.getrefcount(v)) for k, v in kwargs.items())


a, b = Thing(1), Thing(2)
print(partial(counts)(a), partial(counts, a)(), partial(counts, a)(b), partial(counts, a)(b, key=a))
p = partial(counts, a, key=b)
print(p(), p(a), p(b, other=a), p(Thing(), key=a))
print(partial(sys.getrefcount)(a), partial(sys.getrefcount, a)(), list(map(partial(counts, a), [a, b])))
print(p.__call__(a), partial(p, b)())
del p
print(sys.getrefcount(a), sys.getrefcount(b))


def add(x, y):
    print(sys.getrefcount(x), sys.getrefcount(y))
    return Thing(x.value + y.value)


def append(items, x):
    print(sys.getrefcount(items), sys.getrefcount(x))
    items.append(x)
    return items


things = [Thing(i) for i in range(4)]
print(reduce(add, things).value, reduce(add, things, Thing(10)).value)
print(reduce(add, (Thing(i) for i in range(3))).value, len(reduce(append, things, [])))
print(reduce(operator.add, things).value, reduce(add, [], a) is a, sys.getrefcount(a))


class Dies:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


print(reduce(lambda x, y: Dies(x.name + y.name), (Dies(c) for c in 'abcd')).name)


@lru_cache(maxsize=2)
def cached(x, y=None):
    print('in', sys.getrefcount(x), sys.getrefcount(y) if y else '')
    return b


cached(a), cached(a), cached(a, b), cached(a, y=b), cached(b)
print(cached.cache_info(), sys.getrefcount(a), sys.getrefcount(b))
cached.cache_clear()
print(sys.getrefcount(a), sys.getrefcount(b))


@lru_cache(None, True)
def typed(x, k=1):
    return sys.getrefcount(x)


print(typed(a), typed(b, k=a), sys.getrefcount(a))


def make():
    print('factory', sys.getrefcount(made), sys.getrefcount(make) > 2)
    return a


made = defaultdict(make)
print(made[b] is a, made[b] is a, sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(made))
