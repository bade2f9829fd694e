s = ''
for word in ['alpha', 'beta', 'gamma']:
    s = s + word + ' '
t = s.upper()
u = t.split()
v = '-'.join(u)
w = v.replace('BETA', 'b')
x = w[0]
y = w[:3]
z = w[:]
n = str(12345)
f = '%s and %d' % (x, 7)
g = '{} {}'.format(x, y)
h = f'{x}{y}!'
e = 'é' * 3
j = e + '€'
k = j.encode('utf-8')
b = bytes(5)
c = bytearray(b)
c.append(65)
print(s, v, w, x, y, z is w, n, f, g, h, len(k), b, c)
