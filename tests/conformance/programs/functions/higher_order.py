def double(x):
    return x * 2


def square(x):
    return x * x


def apply(f, values):
    result = []
    for v in values:
        result.append(f(v))
    return result


def compose(f, g, x):
    return f(g(x))


print(apply(double, [1, 2, 3]), apply(square, range(4)), apply(str, [1, None]))
print(compose(double, square, 3), compose(square, double, 3))
table = {"d": double, "s": square}
for key in table:
    print(key, table[key](7))


def fib(n):
    a, b = 0, 1
    while n:
        a, b = b, a + b
        n -= 1
    return a


print(apply(fib, [0, 1, 2, 10, 50]))
print(max(3, 9, 4), max([1, 5], key=double), min("hello", "abc", key=len))
