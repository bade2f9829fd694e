import sys


class Told:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def lines(self):
        sys.stderr = sys.__stderr__
        return [line for line in self.text.splitlines() if "Error: " in line and line[:1] != " "]


told = sys.stderr = Told()
import weakref, gc, sys
class A:
    def __init__(s, n=''): s.n = n
    def __del__(s): print('del', s.n)
    def __len__(s): return 3
    def __add__(s, o): return 'add'
def q(s):
    parts = s.split('0x')
    return '0x'.join([parts[0]] + [p.lstrip('0123456789abcdef') for p in parts[1:]])
a = A('a')
r = weakref.ref(a); p = weakref.proxy(a)
print(weakref.ref, type(p), q(repr(r)), q(repr(p)), weakref.ProxyType, weakref.CallableProxyType, type(weakref.proxy(len)))
print(q(repr(weakref.ref(len))), q(repr(weakref.ref(A))), q(repr(weakref.proxy(A))))
print(r is weakref.ref(a), p is weakref.proxy(a), r.__callback__, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)))
print(len(p), p + 1, p.n, str(p) == str(a), bool(p), isinstance(p, A), p.__class__)
def t(f, *args):
    try: print(q(repr(f(*args))))
    except BaseException as e: print(type(e).__name__, q(str(e)))
for x in [1, 's', None, [], {}, (), 1.5, True, range(3), b'', bytearray(), slice(1), 1j, object(), property(), iter([]), r, ValueError('x'), a.__init__, (x for x in []), {1}, frozenset(), sys, print, A, int, staticmethod(len), super(A, a), (lambda:0).__code__, type(len), map(len,[]), zip(), enumerate([]), {}.keys(), NotImplemented, Ellipsis]:
    try: weakref.ref(x); print('ok', type(x).__name__)
    except TypeError as e: print(e)
class I(int): pass
class T(tuple): pass
class L(list): pass
class S(str): pass
class E(Exception): pass
class N:
    __slots__ = ()
class W:
    __slots__ = ('__weakref__', 'x')
class D(dict): pass
class B(bytes): pass
for x in [I(), T(), L(), S(), E(), N(), W(), D(), B()]:
    try: weakref.ref(x); print('ok', type(x).__name__)
    except TypeError as e: print(e)
t(weakref.ref); t(weakref.ref, a, 1); t(weakref.ref, a, None); t(weakref.ref, a, 1, 2); t(weakref.proxy); t(weakref.proxy, 1)
t(hash, p); t(lambda: {p}); t(lambda: p.zz); t(lambda: p[0]); t(lambda: p()); t(lambda: next(p)); t(lambda: iter(p)); t(lambda: p < 1); t(lambda: -p); t(lambda: p == a); t(lambda: a == p); t(lambda: p is a); t(lambda: p.__callback__)
del a, x
print('dead', r(), q(repr(r)), r == r, r == weakref.ref(A), r != r)
t(hash, r); t(lambda: p.n); t(lambda: len(p)); t(lambda: str(p)); t(lambda: repr(p)); t(bool, p); t(lambda: p+1); t(lambda: setattr(p,'x',1)); t(lambda: p == 1); t(lambda: p()); t(isinstance, p, A); t(lambda: p.__class__); t(lambda: f'{p}'); t(lambda: 1 in p)
x = A('x'); y = A('y')
rx = weakref.ref(x); ry = weakref.ref(y)
print(rx == ry, rx == rx, hash(rx) == hash(x), rx != ry)
t(lambda: rx < ry); t(lambda: rx == 5)
del x
print(hash(rx) is not None, rx == ry)
def cb(name): return lambda w: print('cb', name, w() , w.__callback__)
z = A('z')
w1 = weakref.ref(z, cb(1)); w2 = weakref.ref(z, cb(2)); w0 = weakref.ref(z); w3 = weakref.ref(z, cb(3)); wp = weakref.proxy(z, lambda p: print('proxy cb')); w4 = weakref.ref(z, cb(4)); del w2
print([g is w0 for g in weakref.getweakrefs(z)], weakref.getweakrefcount(z))
del z
z = A('z2')
w1 = weakref.ref(z, lambda w: 1/0)
del z
print(weakref.ref(y, cb(9)) is weakref.ref(y, cb(9)))
print(r.__call__(), weakref.ref.__mro__, callable(r))
print(told.lines())
