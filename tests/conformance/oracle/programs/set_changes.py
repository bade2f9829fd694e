s = {1, 2, 3}
t = s
t.add(4)
s |= {5, 6}
u = s & {1, 9}
v = s - u
s.discard(2)
x = s.pop()
s.clear()
f = frozenset([(1, 2), (3, 4)])
g = {f: 'frozen'}
w = set('hello') ^ set('help')
e = set()
for i in range(8):
    e.add((i, 'x'))
e = {len(p) for p in e}
print(sorted(t), sorted(v), u, x, sorted(w), e, g[f])
