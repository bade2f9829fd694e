import copy
a = [[1], 'text', (2, [3])]
b = a[:]
c = list(a)
d = a.copy()
e = copy.copy(a)
f = copy.deepcopy(a)
a[0].append(4)
g = {'k': a}
h = dict(g)
i = g.copy()
t = (1, 2)
u = t[:]
v = tuple(t)
w = tuple(a)
x = u is t, v is t
s = set(t)
y = s.copy()
z = frozenset(s)
del a[2]
print(b[0] is c[0], f[0], x, len(d), len(e), h == i, len(w), len(y))
