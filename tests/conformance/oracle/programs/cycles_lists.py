import gc
a = []
a.append(a)
b = [a]
a.append(b)
del a
c = b[0]
del b
x, y = [], []
x.append(y)
y.append(x)
keep = [1000]
y.append(keep)
del x, y, c
n = gc.collect()
d = {'self': None}
d['self'] = d
t = ([],)
t[0].append(t)
d = t = None
m = gc.collect()
print(n, m, keep)
