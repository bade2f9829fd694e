a = ()
b = (1,)
c = 1, 'two', [3]
d = c + b
e = c[0:2]
f = c * 2
g = tuple([4, 5])
h = tuple(x for x in 'ab')
i = (a, b, c)
x, y, z = c
z.append(c)
z.pop()
j = {(1, 2): 'key'}
k = j[1, 2]
l = b == (1,), a is ()
m = hash((1, 2)) == hash((1, 2))
n = c.index('two')
del c
print(d, e, f, g, h, k, l[0], m, n)
