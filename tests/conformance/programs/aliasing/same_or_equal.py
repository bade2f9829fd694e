a = [1, 2, 3]
b = a
c = list(a)
d = a[:]
print(a is b, a is c, a is d, a == c == d)

x = y = 500
print(x is y)
y = y + 0
print(x is y, x == y)


def number():
    return 500


def point():
    return (1, 2)


print(number() is number(), number() is x)
t = (1, 2)
print(point() is point(), point() is t, tuple(t) is t, t[:] is t)

empty = [[]] * 2
print(empty[0] is empty[1], [None] * 2 == [None, None])
pi = 3.0
print(float(pi) is pi, float(pi) is pi + 0, str("q") is "q" + "", list(a) is a)
