import sys
a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = [a, a]
print(sys.getrefcount(a))
def f(x):
    y = x
    return sys.getrefcount(x)
n = f(a)
print(n, f([]), sys.getrefcount([]))
d = {'a': a}
t = (a,)
print(sys.getrefcount(a))
c.pop()
del d, b
print(sys.getrefcount(a))
class K:
    def m(self):
        return sys.getrefcount(self)
k = K()
print(k.m(), K().m(), sys.getrefcount(k))
