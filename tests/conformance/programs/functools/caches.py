# lru_cache: hits and misses, what is thrown out first, kinds of keys, methods.
from functools import lru_cache

calls = []


@lru_cache(maxsize=3)
def double(x):
    calls.append(x)
    return x * 2


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=None)
def area(width, height=1, **more):
    calls.append((width, height, more))
    return width * height


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


for number in (1, 2, 3, 1, 4, 2, 1, 3, 4):
    double(number)
print(calls, double.cache_info())
double.cache_clear()
print(double.cache_info(), double.__name__, double.__wrapped__(21))
print(fib(80), fib.cache_info())

calls.clear()
print(area(2), area(2), area(2, 1), area(width=2), area(2, height=1), area(2, a=1), area(2, b=1), len(calls))
print(kind(1), kind(1.0), kind(True), kind(1), kind.cache_info())
try:
    double([1])
except TypeError as error:
    print(error, double.cache_info())


@lru_cache(maxsize=0)
def uncached(x):
    return x


@lru_cache(maxsize=2)
def failing(x):
    if x < 0:
        raise ValueError(x)
    return x


print([uncached(1) for _ in range(3)], uncached.cache_info())
for value in (1, -1, -1, 1, 2, 3, 1):
    try:
        failing(value)
    except ValueError as error:
        print("failed", error, failing.cache_info())
print(failing.cache_info())


class Shop:
    def __init__(self, rate):
        self.rate = rate

    @lru_cache(maxsize=32)
    def price(self, amount):
        print("computing", amount)
        return amount * self.rate


shop = Shop(3)
print(shop.price(2), shop.price(2), Shop.price(shop, 2), Shop(4).price(2), Shop.price.cache_info())
for wrong in ("a", 2.5):
    try:
        lru_cache(maxsize=wrong)
    except TypeError as error:
        print(error)
