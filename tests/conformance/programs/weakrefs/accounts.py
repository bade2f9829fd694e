import weakref, gc, sys
# a lecture-like program
class Account:
    registry = weakref.WeakSet()
    def __init__(self, owner, balance=0):
        self.owner = owner; self.balance = balance
        Account.registry.add(self)
        self._fin = weakref.finalize(self, print, 'closing account of', owner)
    def __repr__(self): return '%s(%r, %d)' % (type(self).__name__, self.owner, self.balance)
a = Account('ann', 5); b = Account('bob')
print(len(Account.registry), sorted(map(repr, Account.registry)))
a._fin.detach()
del a
print(len(Account.registry))
b2 = weakref.proxy(b)
b2.balance += 10
print(b.balance, b2, repr(b2)[:10] == '<weakproxy')
print(sys.getrefcount(b))
class Parent:
    def __init__(self): self.children = []
    def add(self, c): self.children.append(c); c._parent = weakref.ref(self)
class Child:
    _parent = None
    @property
    def parent(self): return self._parent and self._parent()
    def __del__(self): print('child gone')
p = Parent(); c = Child(); p.add(c); p.add(Child())
print(c.parent is p, gc.collect() >= 0)
del p
print(c.parent, gc.collect())
def callback(ref): print('callback', ref is r2, ref())
o = Parent()
r1 = weakref.ref(o); r2 = weakref.ref(o, callback)
print(r1 == r2, r1 is weakref.ref(o), r2 is weakref.ref(o, callback), weakref.getweakrefcount(o), len(weakref.getweakrefs(o)))
o = None
print(r1(), r2())
d = weakref.WeakValueDictionary()
objs = [Parent() for _ in range(3)]
for i, x in enumerate(objs): d[i] = x
x = None
print(sorted(d)); objs.pop(); print(sorted(d)); objs.clear(); print(sorted(d), len(d), bool(d))
try: weakref.ref([1])
except TypeError as e: print(e)
try: weakref.WeakKeyDictionary({'a': 1})
except TypeError as e: print(e)
class L(list): pass
l = L([1,2]); w = weakref.ref(l); print(w()); del l; print(w())
f = lambda: 0
wf = weakref.ref(f); print(wf() is f); del f; print(wf())
def make():
    obj = Parent(); return weakref.ref(obj), weakref.ref(Parent())
print([r() for r in make()])
cyc = Parent(); cyc.me = cyc; wc = weakref.ref(cyc, lambda r: print('cycle dead')); del cyc
print(wc() is None); gc.collect(); print(wc() is None)
wm = weakref.WeakMethod(b.__repr__); print(wm()()); 
print('end')
