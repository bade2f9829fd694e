a = [1, 2]
b = a
c = b
a = a + [3]
b.append(4)
c = None
del b
x = y = z = {}
x['k'] = y
del x['k'], y
x, z = z, x
n = 1000
m = n
n += 1
m, n = n, m
s = t = 'some text here'
s = s[5:]
t = s
s = None
print(a, x, n, m, t)
