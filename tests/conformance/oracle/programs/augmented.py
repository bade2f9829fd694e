a = [1]
b = a
a += [2]
a *= 2
t = (1, 2)
u = t
t += (3,)
s = 'abc'
r = s
s += 'def'
s *= 2
n = 1000
m = n
n -= 1
n *= n
d = {'k': [1]}
d['k'] += [2]
d['n'] = 0
d['n'] += 1000
x = {1}
y = x
x |= {2}
x -= {1}
class C:
    v = 1
c = C()
c.v += 500
f = 1.5
f **= 2
k = 7
k //= 2
k <<= 10
w = ([],)
w[0].extend([1])
print(b, u, r, m, d, y, C.v, c.v, f, k, w)
