class T:
    def __init__(s, n): s.n = n; print('make', n)
    def __del__(s): print('del', s.n)
x = T(1)
x = T(2)
def f(p):
    p = T(3)
    return p
y = f(x)
f(T(4))
z = [T(5), T(6)]
z[0] = z[1]
z.pop()
print('w')
w = {'a': T(7)}; w['a'] = T(8); w.clear()
t = T(9), T(10)
u, v = t
del t, u
print('end')
