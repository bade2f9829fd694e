items = [10, 20, 30]
it = iter(items)
a = next(it)
b = list(it)
c = next(it, None)
e = enumerate('ab')
p = next(e)
q = next(e)
z = zip(items, 'xyz')
r = next(z)
s = next(z)
m = map(str, items)
t = next(m)
f = filter(None, [0, [], [1]])
u = next(f)
v = reversed(items)
w = next(v)
del it, z, m
x = list(enumerate(items, 1))
k = iter(range(1000, 1003))
l = next(k)
for n in k:
    y = n
print(a, b, c, p, q, r, s, t, u, w, x, l, y)
