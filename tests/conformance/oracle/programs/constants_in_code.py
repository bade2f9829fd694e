def f():
    return 1000, 'text', 2.5
def g(n=1000):
    a = 1000
    b = (1, 2, 'x')
    c = [1, 2]
    return a is n, b
x = f()
y = f()
r = g()
s = g()
k = 10 ** 3
m = 1 << 10
n = -5
p = 'ab' * 3
q = (1, (2, 3))
t = frozenset((1, 2))
print(x is y, r[1] is s[1], r[0])
if k in {1000, 2000}:
    w = 'in'
