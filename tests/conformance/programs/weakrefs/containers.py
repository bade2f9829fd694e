import weakref, gc
from weakref import WeakValueDictionary, WeakKeyDictionary, WeakSet, finalize, WeakMethod, ref
class A:
    def __init__(s, n): s.n = n
    def __repr__(s): return 'A(%r)' % s.n
    def __del__(s): print('del', s.n)
    def m(s): return s.n * 2
d = WeakValueDictionary()
a, b = A(1), A(2)
d['a'] = a; d['b'] = b; d['t'] = A(3)
print(len(d), sorted(d), list(d.items()), 'a' in d, 't' in d, d.get('t'), d.get('t', 5))
try: d['t']
except KeyError as e: print('KeyError', e)
try: d['x'] = 5
except TypeError as e: print(e)
del a
print(list(d.keys()), list(d.values()), len(d))
print(d.pop('b'), len(d), d.pop('q', 7))
try: d.pop('q')
except KeyError as e: print('KeyError', e)
c = A(4)
print(d.setdefault('c', c), d.setdefault('c', None))
d2 = d.copy(); print(dict(d2), len(d2))
d.update({'z': c}, y=c); print(sorted(d.keys()), [r() for r in d.valuerefs()])
for k in d:
    if k == 'c': del c
    print('iter', k)
print(len(d), d2.popitem() if d2 else 'empty')
k1, k2 = A('k1'), A('k2')
w = WeakKeyDictionary()
w[k1] = 'one'; w[k2] = 'two'
print(len(w), w[k1], k2 in w, 5 in w, sorted(w.values()), [k.n for k in w], w.get(k1), list(w.items()))
del k1
print(len(w), list(w.keys()), w.keyrefs()[0]() is k2)
try: w[5]
except TypeError as e: print(e)
try: w[A('tmp')]
except KeyError as e: print('KeyError')
print(w.pop(k2), len(w))
s = WeakSet()
x, y = A('x'), A('y')
s.add(x); s.add(y); s.add(x)
print(len(s), x in s, 5 in s, sorted(i.n for i in s))
del x
print(len(s), [i.n for i in s])
s.discard(y); print(len(s), bool(s))
try: s.remove(y)
except KeyError: print('KeyError')
z = A('z')
t = WeakSet([y, z]); s.add(z)
print(len(t & s), len(t | s), len(t - s), len(t ^ s), s <= t, s < t, t >= s, s == t, t.isdisjoint(s), s.issubset(t))
print(t.pop() in (y, z)); t.clear(); print(len(t))
def fin(*args, **kw): print('fin', args, kw)
f = finalize(z, fin, 1, k=2)
print(f.alive, f.atexit, f.peek()[0] is z, f.peek()[1] is fin, f.peek()[2:])
del z
print(f.alive, f(), f.peek(), f.detach())
q = A('q'); f = finalize(q, fin, 'q'); print(f.detach()[2], f.alive); del q
q = A('q2'); f = finalize(q, lambda: 'result'); print(f(), f(), f.alive); del q
q = A('q3'); f = finalize(q, fin, 'no'); f.atexit = False; print(f.atexit); f.detach()
p = A('p'); finalize(p, fin, 'exit 1'); finalize(p, fin, 'exit 2'); p2 = A('p2'); finalize(p2, fin, 'p2')
try: finalize(p)
except TypeError as e: print('TypeError')
try: finalize(5, fin)
except TypeError as e: print(e)
m = A('m'); wm = WeakMethod(m.m); r = ref(m.m)
print(r(), wm()(), wm == WeakMethod(m.m), wm is WeakMethod(m.m), hash(wm) == hash(WeakMethod(m.m)))
wm2 = WeakMethod(m.m, lambda r: print('method dead', r() ))
del m
print(wm())
try: WeakMethod(len)
except TypeError as e: print(e)
class Cache:
    _c = weakref.WeakValueDictionary()
    def __new__(cls, k):
        o = cls._c.get(k)
        if o is None:
            o = super().__new__(cls); cls._c[k] = o; print('new', k)
        return o
u = Cache(1); v = Cache(1); print(u is v); del u, v; u = Cache(1)
class Node:
    def __init__(s, v, parent=None):
        s.v = v; s._p = weakref.ref(parent) if parent else None; s.children = []
        if parent: parent.children.append(s)
    @property
    def parent(s): return s._p() if s._p else None
    def __del__(s): print('node', s.v, s.parent)
root = Node('root'); ch = Node('ch', root)
print(ch.parent.v); del root; print(ch.parent); del ch
class Subject:
    def __init__(s): s.obs = weakref.WeakSet()
    def notify(s):
        for o in sorted(s.obs, key=lambda o: o.n): print('notify', o)
sub = Subject(); o1, o2 = A('o1'), A('o2'); sub.obs.add(o1); sub.obs.add(o2); sub.notify(); del o1; sub.notify()
del b, k2, y, q, p, p2, o2, u, sub
print('end')
