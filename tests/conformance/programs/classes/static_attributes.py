# python: 3.13+
class A:
    """doc"""
    x = 1
    def __init__(self, q):
        self.zeta = q
        self.b, self.a = 1, 2
        self.n += 1
        for self.loop in []: pass
        with open as self.w: pass
        del self.gone
        def inner():
            self.inner = 1
        other.y = 3
        self.c.d = 4
        self.e[0] = 1
        self.__priv = 5
        self.ann: int = 3
        self.ann2: int
        (self.wal)
        lambda: [0 for self.comp in []]
    class Inner:
        def f(self): self.inn = 1
def g(self):
    self.q = 1
class B: pass
class C(A):
    def m(this): this.a = 1
    @property
    def p(self): return 1
    @p.setter
    def p(self, v): self._p = v; self._p2 = v
def mk():
    class L:
        y: int = 3
        def h(self):
            class M:
                def z(self): self.mm = 1
            self.ll = M
    return L
D = type('D', (), {})
for k in (A, A.Inner, B, C, mk(), mk()().h, D):
    if not isinstance(k, type): continue
    print(k.__name__, list(vars(k)), k.__static_attributes__ if hasattr(k, '__static_attributes__') else None, getattr(k, '__firstlineno__', None))
print(A.__dict__['__static_attributes__'])
class Meta(type):
    def __prepare__(n, b): return {}
    def __new__(m, n, b, d):
        print(list(d)); return super().__new__(m, n, b, d)
class X(metaclass=Meta):
    '''d'''
    v: int = 2
    def f(self): self.z = __class__
@property
class Y: pass
@staticmethod
@property

class Z:
    pass
print(Y.fget.__firstlineno__)
class Sl:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = self.b = 1
print(list(vars(Sl)), dir(Sl()))
