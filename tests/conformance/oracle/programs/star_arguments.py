def f(*args, **kwargs):
    kept = args, kwargs
    return kept
a = f()
b = f(1, [2])
c = f(*b[0], k=b)
d = f(*[1, 2], *(3,), **{'x': 1}, y=[2])
def g(a, b=2, *rest, c, **more):
    return a, rest, more
e = g(1, c=3)
h = g(1, 2, 3, 4, c=5, z=6)
t = (10, 20)
i = f(*t)
j = f(**{'q': t})
print(a, b, len(c), d, e, h, i[0] is t, j)
