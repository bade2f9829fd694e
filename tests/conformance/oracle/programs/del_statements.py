a = [1, 2, 3]
b = {'x': a, 'y': [4]}
del a[0]
del b['x']
del a
class C:
    pass
c = C()
c.a = c.b = [5]
del c.a
def f(x):
    y = [x]
    del x
    z = y
    del y
    return z
r = f([6])
del r[0][0]
for i in [7, 8]:
    k = [i]
del i, k
x = y = 'text value'
del x
del c.b, c
d = [[1], [2], [3], [4]]
del d[1:3], d[0]
print(b, r, y, d)
