# Who holds the arguments of a call, by the way it is made.
from sys import getrefcount as rc
class O: pass
x = O(); y = O()
def f(a): return rc(a)
def fk(a, b=[]): return rc(a), rc(b)
def fs(*a): return rc(a[0]), rc(a)
def fkw(**k): return rc(k['a']), rc(k)
def fall(p, *a, q=None, **k): return rc(p), [rc(i) for i in a], rc(q), sorted((n, rc(v)) for n, v in k.items()), rc(a), rc(k)
print('plain', f(x), fk(x, y), fk(x, b=y), fk(b=x, a=y))
print('star', f(*[x]), f(*(x,)), fk(*[x, y]), fs(*[x]), fs(x), fs(x, *[y]))
print('dict', f(**{'a': x}), fk(**{'a': x, 'b': y}), fk(x, **{'b': y}), fkw(**{'a': x}), fkw(a=x))
print('both', fk(*[x], **{'b': y}), fk(*(x,), b=y), fall(x, y, q=x, r=y), fall(*[x, y], **{'q': x, 'r': y}), fall(x, *[y], q=x, **{'r': y}))
print('empty', f(x, *[]), f(x, **{}), fk(*[x], **{}))
class C:
    def __init__(self, a=None, *r, **k):
        self.v = rc(a), len(r), rc(k), rc(self), [rc(i) for i in k.values()]
    def m(self, a=1.5, *r, **k):
        return rc(a), len(r), rc(k), rc(self), [rc(i) for i in k.values()]
    def __call__(self, a=None, *r, **k):
        return rc(a), len(r), rc(k), rc(self), [rc(i) for i in k.values()]
    @classmethod
    def cm(cls, a=None, *r, **k):
        return rc(a), len(r), rc(k), [rc(i) for i in k.values()]
    @staticmethod
    def sm(a=1.5, *r, **k):
        return rc(a), len(r), rc(k), [rc(i) for i in k.values()]
print('C', C(x).v, C(a=x).v, C(x, y).v, C(*[x]).v, C(**{'a': x}).v, C(x, z=y).v, C(*(x, y), z=y).v, C(*(x,), **{'z': y}).v)
c = C()
print('m', c.m(x), c.m(a=x), c.m(x, y), c.m(*[x]), c.m(**{'a': x}), c.m(x, z=y), c.m(*(x, y), z=y), c.m(*(x,), **{'z': y}))
bm = c.m
print('bm', bm(x), bm(a=x), bm(x, y), bm(*[x]), bm(**{'a': x}), bm(x, z=y), bm(*(x, y), z=y), bm(*(x,), **{'z': y}))
print('call', c(x), c(a=x), c(x, y), c(*[x]), c(**{'a': x}), c(x, z=y), c(*(x, y), z=y), c(*(x,), **{'z': y}))
print('cm', c.cm(x), c.cm(a=x), c.cm(*[x]), c.cm(**{'a': x}), C.cm(x, z=y), c.cm(*(x,), **{'z': y}))
print('sm', c.sm(x), c.sm(a=x), c.sm(*[x]), c.sm(**{'a': x}), C.sm(x, z=y), c.sm(*(x,), **{'z': y}))
print('rc', rc(x), rc(*[x]), rc(*(x,)))
def deco(g):
    def w(*args, **kwargs):
        return g(*args, **kwargs), len(args) and rc(args), rc(kwargs), rc(args[0]) if args else None
    return w
print('deco', deco(f)(x), deco(fk)(x, y), deco(fk)(x, b=y), deco(fk)(a=x), deco(c.m)(x), deco(c.m)(x, z=y), deco(deco(f))(x), deco(deco(f))(a=x))
print('gen', list(map(rc, [x, y])), [f(i) for i in [x]])
