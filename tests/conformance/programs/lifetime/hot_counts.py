# Reference counts in calls of every kind, also in code that CPython specialises from 3.11 on.
import sys
class A:
    def m(self): return sys.getrefcount(self)
    def k(self, x): return sys.getrefcount(self), sys.getrefcount(x)
    @property
    def p(self): return sys.getrefcount(self)
    def __len__(self): return sys.getrefcount(self)
    def __getitem__(self, k): return sys.getrefcount(self), sys.getrefcount(k)
    def __call__(self, x): return sys.getrefcount(self), sys.getrefcount(x)
    def __eq__(self, o): return (sys.getrefcount(self), sys.getrefcount(o))
    def __add__(self, o): return sys.getrefcount(self), sys.getrefcount(o)
    @classmethod
    def c(cls, x): return sys.getrefcount(x)
    @staticmethod
    def s(x): return sys.getrefcount(x)
    def __init__(self, x=None): self.r = sys.getrefcount(self), sys.getrefcount(x)
    def __contains__(self, x): return (sys.getrefcount(self), sys.getrefcount(x))
    def __iter__(self): return iter([sys.getrefcount(self)])
    def __getattr__(self, n): return sys.getrefcount(self), sys.getrefcount(n)
    def __setattr__(self, n, v): object.__setattr__(self, n, (v, sys.getrefcount(self), sys.getrefcount(v)) if n == 'q' else v)
def g(v): yield sys.getrefcount(v)
def h(v, w): return sys.getrefcount(v), sys.getrefcount(w)
def show(name, rs):
    out = []
    for r in rs:
        r = repr(r)
        if not out or out[-1][0] != r: out.append([r, 0])
        out[-1][1] += 1
    print(name, out)
a = A(); x = object(); b = a.m; kk = a.k
def loop(n):
    r = {}
    def add(k, v): r.setdefault(k, []).append(v)
    for i in range(n):
        v = a.m(); add('m', v)
        v = a.k(x); add('k', v)
        v = b(); add('b', v)
        v = kk(x); add('kk', v)
        v = a.p; add('p', v)
        v = len(a); add('len', v)
        v = a[x]; add('getitem', v)
        v = a(x); add('call', v)
        v = a == x; add('eq', v)
        v = a + x; add('add', v)
        v = A.c(x); add('c', v)
        v = a.c(x); add('ac', v)
        v = A.s(x); add('s', v)
        v = a.s(x); add('as', v)
        v = A(x).r; add('init', v)
        v = x in a; add('in', v)
        v = list(a); add('iter', v)
        v = h(x, a); add('h', v)
        v = h(x, w=a); add('hkw', v)
        v = h(*(x, a)); add('hstar', v)
        v = next(g(x)); add('g', v)
        v = sys.getrefcount(x); add('x', v)
        v = a.zz; add('getattr', v)
        a.q = x; v = a.q[1:]; add('setattr', v)
        v = [sys.getrefcount(q) for q in (x, a)]; add('comp', v)
    for k in r: show(k, r[k])
loop(20)
