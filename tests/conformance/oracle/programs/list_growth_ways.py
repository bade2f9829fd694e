import sys
a = [0] * 10
b = [None for i in range(10)]
c = list(range(10))
d = list((1, 2, 3))
e = [*d, *d]
f = d + d
g = a[2:7]
h = sorted(c, reverse=True)
k = 'one two three'.split()
m = []
m.extend(x for x in (1.5, 2.5))
m.extend((3.5, 4.5, 5.5))
m += [6.5] * 3
n = list({1: 'a', 2: 'b'})
print([sys.getsizeof(x) for x in (a, b, c, d, e, f, g, h, k, m, n)])
