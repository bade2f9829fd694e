"""Which constants the compiler merges, keeps and makes anew."""
import gc
import math
from sys import getrefcount


def first(a=1000, b='two words'):
    return a


def second(a=1000, b='two words'):
    return a, 1000


def third(a=2000, *, b=2000, c=(1, 'x y')):
    return a is b, c


print(first.__defaults__ is second.__defaults__, first() is second()[0])
print(getrefcount(first.__defaults__), getrefcount(first()), getrefcount(first.__defaults__[1]))
print(third()[0], getrefcount(third.__kwdefaults__['c']))

number = 3000
for found in {3000, 'three words'}:
    print(found, getrefcount(found), gc.is_tracked(found))

for item in ['one word', 4000]:
    print(item, getrefcount(item))
for item in [number, 5000]:
    print(item, getrefcount(item))

total = 6000 + 1
print(getrefcount(total), getrefcount(6000), getrefcount(-7000))

two, three = 2, 3
print(round(2.4) is two, math.floor(2.5) is two, math.ceil(2.5) is three, int(2.5) is two, round(0.3) is 2 - two)
print((2.2).__round__() is two, math.trunc(2.2) is two, round(300.2) == 300, round(-2.5) + 4 is two)
