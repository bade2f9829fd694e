import sys
x = 1000
print(sys.getrefcount(x))
y = 'hello world'
print(sys.getrefcount(y), sys.getrefcount(1.25), sys.getrefcount(None))
def f(a): return sys.getrefcount(a)
o = object()
print(sys.getrefcount(o), f(o))
def r(a, n):
    if n == 0: return sys.getrefcount(a)
    return r(a, n-1)
print(r(o, 0), r(o, 3))
def g(*args, **kw): return sys.getrefcount(args[0]), sys.getrefcount(kw['k'])
print(g(o, k=o))
def h(a):
    del a
    return sys.getrefcount(o)
print(h(o))
def own(): return sys.getrefcount(own)
print(own(), sys.getrefcount(own))
class A:
    def m(self): return sys.getrefcount(self)
    @classmethod
    def c(cls): return sys.getrefcount(cls)
a = A()
print(a.m(), sys.getrefcount(A), sys.getrefcount(a))
bm = a.m
print(bm())
class B: pass
print(sys.getrefcount(B))
b1 = B(); b2 = B()
print(sys.getrefcount(B))
class C(B): pass
class D(B): pass
print(sys.getrefcount(B), sys.getrefcount(C))
try:
    raise ValueError(o)
except ValueError as e:
    print(sys.getrefcount(e), sys.getrefcount(o), sys.getrefcount(ValueError))
print(sys.getrefcount([]), sys.getrefcount(object))
def gen(v):
    print(sys.getrefcount(v))
    yield v
    print(sys.getrefcount(v))
    yield 2
G = gen(o)
print(sys.getrefcount(G), sys.getrefcount(gen))
next(G)
print(sys.getrefcount(o))
for q in G: pass
print(sys.getrefcount(o), sys.getrefcount(gen))
def clo(v):
    def inner(): return v
    return inner
cl = clo(o)
print(sys.getrefcount(o), sys.getrefcount(cl), sys.getrefcount(clo))
def dflt(z=o): return sys.getrefcount(z)
print(dflt(), sys.getrefcount(o))
lam = lambda p: sys.getrefcount(p)
print(lam(o))
t = (o, o)
print(sys.getrefcount(o), sys.getrefcount(t))
print(f(*t[:1]), f(*[o]), f(**{'a': o}))
i = 0
for i2 in [o]:
    print(sys.getrefcount(i2))
class E:
    def __init__(self, p): print(sys.getrefcount(self), sys.getrefcount(p))
E(o); E(p=o)
class F:
    def __init__(self, p):
        self.p = p
fa = F(o)
print(sys.getrefcount(o), sys.getrefcount(fa.p))
del fa
print(sys.getrefcount(o))
