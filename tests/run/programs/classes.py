class D:
    def __init__(s, n): s.n = n
    def __get__(s, o, t=None):
        if o is None: return s
        print('get', s.n, t.__name__); return o.__dict__.get(s.n, 'none')
    def __set__(s, o, v): print('set', s.n, v); o.__dict__[s.n] = v
    def __delete__(s, o): print('del', s.n); del o.__dict__[s.n]
    def __set_name__(s, owner, name): print('set_name', owner.__name__, name)
class A:
    x = D('x')
    y = D('y')
a = A(); a.x = 3; print(a.x); del a.x; print(a.x); print(type(A.x).__name__)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "doc"
        return self._v
    @v.setter
    def v(self, n): self._v = n * 2
    @v.deleter
    def v(self): print('deleted')
p = P(); p.v = 5; print(p.v); del p.v
try: P.v.__doc__; print(P.v.__doc__)
except Exception as e: print(e)
class Base:
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__, kw)
    def __new__(cls, *a): print('new', cls.__name__, a); return super().__new__(cls)
    def __init__(self, *a): print('init', a)
class Sub(Base, flag=1): pass
Sub(1, 2)
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S(); print(s.a)
try: s.c = 3
except AttributeError as e: print(e)
try: print(s.b)
except AttributeError as e: print(e)
class S2(S): pass
s2 = S2(); s2.z = 5; print(s2.z, s2.a, s2.__dict__)
class M1:
    def f(self): print('M1'); 
class M2(M1):
    def f(self): print('M2'); super().f()
class M3(M1):
    def f(self): print('M3'); super().f()
class M4(M2, M3):
    def f(self): print('M4'); super().f()
M4().f(); print([c.__name__ for c in M4.__mro__])
class G:
    def __getattr__(self, n):
        if n.startswith('x'): return n
        raise AttributeError(n)
    def __setattr__(self, n, v): print('setattr', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('delattr', n); super().__delattr__(n)
g = G(); g.q = 1; print(g.q, g.xyz, hasattr(g, 'abc'), getattr(g, 'abc', 5)); del g.q
class H:
    def __getattribute__(self, n):
        if n == 'z': return 'Z'
        return super().__getattribute__(n)
h = H(); h.w = 3; print(h.z, h.w)
class L(list):
    def total(self): return sum(self)
    def append(self, v): print('app', v); super().append(v)
l = L([1, 2]); l.append(3); print(l, l.total(), len(l), type(l).__name__, l == [1, 2, 3]); l.attr = 5; print(l.attr, l.__dict__)
class DD(dict):
    def __missing__(self, k): return k * 2
d = DD(a=1); print(d['a'], d['zz'], d)
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
print(I(5) + 1, I(7), type(I(5) + 1).__name__, I(3) * 2, type(I(3) * 2).__name__)
class St(str):
    def shout(self): return self.upper() + '!'
print(St('abc').shout(), St('x') + 'y', len(St('abc')))
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(1, 2); print(t, t.first, t[1])
class E1(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
try: raise E1(5, 'bad')
except E1 as e: print(e, e.code, e.args, repr(e))
class E2(ValueError): pass
try: raise E2('a', 'b')
except ValueError as e: print(e, repr(e), e.args)
print(isinstance(E2(), ValueError), issubclass(E2, Exception), E2.__bases__, E2.__name__, E2.__qualname__, E2.__module__)
class O:
    class Inner:
        def f(self): return 1
    print('in body', __qualname__)
print(O.Inner.__qualname__, O.Inner.f.__qualname__, O.Inner().f())
X = type('X', (A,), {'z': 5, 'f': lambda self: self.z}); print(X().f(), X.__name__, X.__mro__)
class Cmp:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
    def __hash__(s): return hash(s.v)
    def __repr__(s): return f'Cmp({s.v})'
print(sorted([Cmp(3), Cmp(1)]), Cmp(1) == Cmp(1), len({Cmp(1), Cmp(1)}), {Cmp(2): 1}[Cmp(2)])
class NoHash:
    def __eq__(s, o): return True
try: hash(NoHash())
except TypeError as e: print(e)
class Ctx:
    def __enter__(s): print('enter'); return s
    def __exit__(s, t, v, tb): print('exit', t and t.__name__, v); return t is KeyError
with Ctx() as c, Ctx(): raise KeyError('k')
try:
    with Ctx(): raise ValueError('v')
except ValueError as e: print('caught', e)
class St2:
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
print(St2.s(1), St2().s(2), St2.c(3), St2().c(4))
class St3(St2): pass
print(St3.c(1))
print(A.__dict__.keys() if False else sorted(k for k in A.__dict__ if not k.startswith('__')))
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, 2, z=3), callable(Call()), callable(3))
class WithDoc:
    "the doc"
    def m(self): "mdoc"
print(WithDoc.__doc__, WithDoc.m.__doc__, WithDoc().m.__doc__, A.__doc__)
a = A(); a.__class__ = P; print(type(a).__name__)
class Counter:
    count = 0
    def __init__(self): Counter.count += 1; self.id = Counter.count
Counter(); Counter(); print(Counter.count, vars(Counter())['id'])
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n == 0: raise StopIteration
        s.n -= 1; return s.n
print(list(It(3)), [x for x in It(2)], sum(It(4)), max(It(3)))
class Seq:
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i * 10
    def __len__(s): return 4
    def __contains__(s, x): return x == 7
print(list(Seq()), len(Seq()), 7 in Seq(), 10 in Seq(), bool(Seq()), list(reversed(Seq())))
class Num:
    def __init__(s, v): s.v = v
    def __add__(s, o): return Num(s.v + (o.v if isinstance(o, Num) else o))
    __radd__ = __add__
    def __iadd__(s, o): s.v += 100; return s
    def __neg__(s): return Num(-s.v)
    def __bool__(s): return s.v != 0
    def __int__(s): return s.v
    def __index__(s): return s.v
    def __str__(s): return f'<{s.v}>'
    def __format__(s, f): return f'F{f}{s.v}'
    def __abs__(s): return 'abs'
n = Num(5); print(n + 1, 1 + n, n + n, -n, bool(Num(0)), int(n), [0, 1, 2, 3, 4, 5][n], f'{n:>3}', abs(n), str(n)); n += 1; print(n)
