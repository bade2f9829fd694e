import sys
class P:
    reads = 0
    @property
    def p(self):
        P.reads += 1
        return sys.getrefcount(self)
    @property
    def q(self):
        return sys.getrefcount(self)
x = P()
print([x.p for i in range(150)])
print([x.q for i in range(50)])
P.z = 1
print([x.q for i in range(70)])
def f(o):
    r = []
    for i in range(120):
        r.append(o.p)
        if i % 30 == 0: P.z = 2
    return r
print(f(P()))
class A:
    def __init__(self, k):
        k.append(sys.getrefcount(self))
class B(A):
    count = 0
    def __init__(self, k):
        B.count += 1
        super().__init__(k)
k = []
for i in range(100): B(k); A(k)
print(k)
def g():
    k = []
    for i in range(100): A(k); B(k)
    return k
print(g()); print(g())
def deco():
    class C:
        n = 0
        def __init__(self): C.n += 1; self.k = sys.getrefcount(self)
    return C
print([deco()().k for i in range(20)])
class Counter:
    instances = []
    total = 0
    def __init__(self, name):
        Counter.total += 1
        Counter.instances.append(self)
        self.refs = sys.getrefcount(self)
for i in range(20): c = Counter(str(i))
print([c.refs for c in Counter.instances])
