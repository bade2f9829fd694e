s = '  Some words, here  '
a = s.strip()
b = a.split(',')
c = a.partition(' ')
d = a.replace('o', '0')
e = a.lower().title()
f = [ch for ch in 'abc']
g = list('xyz')
h = '|'.join(g)
i = a.find('w'), a.count('e')
j = a.encode()
k = j.decode()
l = 'é€'[0]
m = 'a' + 'b' * 3
n = a[::-1]
o = ord('a'), chr(200), chr(1000)
p = '%5.2f|%s' % (2.5, [1])
q = '{0}{name}'.format('x', name=[2])
r = repr(a)
t = a.zfill(20), a.center(21)
u = s.strip() is s, a.strip() is a, str(a) is a
print(b, c, d, e, h, i, k == a, l, m, n, o, p, q, r, t, u)
