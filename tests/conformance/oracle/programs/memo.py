cache = {}
def fib(n):
    if n in cache:
        return cache[n]
    cache[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return cache[n]
a = fib(5)
b = fib(17)
size = len(cache)
cache.clear()
class Memo:
    def __init__(self, f):
        self.f = f
        self.known = {}
    def __call__(self, *key):
        if key not in self.known:
            self.known[key] = self.f(*key)
        return self.known[key]
@Memo
def power(x, y):
    return x ** y
c = power(10, 3)
d = power(10, 3)
print(a, b, c is d, size)
