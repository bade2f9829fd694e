import gc
a = [[]]
g0 = gc.collect(0)
b = [a]
g1 = gc.collect(1)
c = {'k': b}
g2 = gc.collect()
d = (c, 1)
gc.collect(0)
e = gc.is_tracked(d), gc.is_tracked((1, 2)), gc.is_tracked({}), gc.is_tracked({'a': 1})
t = tuple([1, 'x'])
u = (t, t)
gc.collect(0)
f = gc.is_tracked(t), gc.is_tracked(u)
print(g0, g1, g2, e, f)
