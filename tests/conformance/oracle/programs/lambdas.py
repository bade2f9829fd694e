add = lambda a, b=10: a + b
x = add(1000)
f = [lambda v: [v], add]
y = f[0]('v')
pairs = sorted([('b', 2), ('a', 3)], key=lambda p: p[1], reverse=True)
table = {'double': lambda n: n * 2}
z = table['double']([1])
compose = lambda g, h: lambda v: g(h(v))
both = compose(len, str)
w = both(12345)
del f, both
m = list(map(lambda p: p[0], pairs))
n = (lambda *a, **k: (a, k))(1, x=2)
print(x, y, pairs, z, w, m, n)
