import gc
import weakref
class N:
    def __init__(s, n): s.n = n
    def __repr__(s): return 'N(%r)' % s.n
    def __del__(s): print('del', s.n, s.w() if hasattr(s,'w') else '-')
def cb(t): return lambda r: print('cb', t, r() is None)
gc.collect()
# cycles: weakrefs cleared before __del__
a = N('a'); b = N('b'); a.o = b; b.o = a
a.w = weakref.ref(b); b.w = weakref.ref(a)
ra = weakref.ref(a, cb('ra')); rb = weakref.ref(b, cb('rb')); rb2 = weakref.ref(b, cb('rb2'))
del a, b
print('collect', gc.collect())
# weakref in the trash with callback: not called
c = N('c'); c.me = c; c.r = weakref.ref(c, cb('trash'))
out = N('out')
c.w = weakref.ref(out, cb('inner to out'))
del c
print('collect', gc.collect() > 0)
print(weakref.getweakrefcount(out))
del out
# by count: __del__ then callbacks
d = N('d'); r1 = weakref.ref(d, cb(1)); r2 = weakref.ref(d, cb(2)); d.w = weakref.ref(d)
del d
# weakref dies first
e = N('e'); r = weakref.ref(e, cb('never')); del r; del e
# resurrect
class R:
    def __del__(s):
        global keep; keep = s; print('resurrect', wr() is s)
x = R(); wr = weakref.ref(x, cb('res')); del x
print(wr() is keep)
del keep
print(wr())
# subclass
class Ref(weakref.ref):
    def __new__(t, o, c=None, key=None): return super().__new__(t, o, c)
    def __init__(s, o, c=None, key=None):
        super().__init__(o, c)
        s.key = key
    def __call__(s):
        v = super().__call__()
        return (s.key, v is not None)
class O: pass
o = O()
k = Ref(o, None, 'kk'); k2 = Ref(o)
print(k(), k2(), k is k2, k == k2, hash(k) == hash(o), isinstance(k, weakref.ref), weakref.getweakrefcount(o))
print(weakref.getweakrefs(o)[0] is k2)
del o; print(k(), k2.key)
class Ref2(weakref.ref):
    __slots__ = 'key',
    def __new__(t, o, c, key): return super().__new__(t, o, c)
    def __init__(s, o, c, key): super().__init__(o, c); s.key = key
o = O()
z = Ref2(o, lambda r: print('dead', r.key), 'K'); print(z.key, hasattr(z,'__dict__'))
del o
# set of refs, dict keyed by refs
l = [O() for i in range(3)]
s = {weakref.ref(q) for q in l}
print(len(s), weakref.ref(l[0]) in s)
class V:
    def __eq__(s, o): return True
    def __hash__(s): return 7
u, v = V(), V()
print(weakref.ref(u) == weakref.ref(v), len({weakref.ref(u), weakref.ref(v)}), hash(weakref.ref(u)))
# generator, function, method
def gen():
    try: yield 1
    finally: print('gen closed')
g = gen(); next(g); wgr = weakref.ref(g, cb('gen')); del g
def f(): pass
wf = weakref.ref(f, cb('func')); del f
class M:
    def m(s): pass
m = M(); wm = weakref.ref(m.m); print(wm())
print(M.__weakref__, m.__weakref__ is None, weakref.ref(m) is m.__weakref__)
wt = weakref.ref(M, cb('type')); del m, M, wm; gc.collect(); print(wt())
class L(list): pass
class D(dict): pass
class E(Exception): pass
for c in (L, D, E, set):
    i = c(); w = weakref.ref(i, cb(c.__name__)); del i
p = N('p'); pr = weakref.proxy(p, lambda q: print('proxy dead')); pr.zz = 5; print(p.zz, pr.n); del pr.zz; print(hasattr(p,'zz')); del p
try: pr.n
except ReferenceError as ex: print(ex)
def outer():
    loc = N('loc'); wl = weakref.ref(loc, cb('loc')); return wl
w = outer(); print(w())
try:
    loc = N('exc'); raise ValueError(loc)
except ValueError as err: we = weakref.ref(err.args[0], cb('exc'))
del loc; print(we())
class S:
    __slots__ = ('a', '__weakref__')
s1 = S(); ws = weakref.ref(s1, cb('slots')); del s1
try:
    class B(int): __slots__ = ('__weakref__',)
except TypeError as ex: print(ex)
end = N('end'); we = weakref.ref(end, cb('at end'))
