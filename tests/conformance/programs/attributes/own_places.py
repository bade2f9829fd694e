def f(a: int): "doc"
f.k = 3
for w in (staticmethod(f), classmethod(f), staticmethod(len)):
    try: print(sorted(w.__dict__), getattr(w, '__name__', None), hasattr(w, 'k'))
    except Exception as e: print(e)
    try:
        w.x = 1; print(w.x, sorted(w.__dict__))
    except Exception as e: print(e)
    for n in ('__bases__', '__name__', '__qualname__', '__module__', '__annotations__', '__defaults__', 'zz'):
        try: print(n, str(getattr(w, n))[:14])
        except Exception as e: print(e)
    try: w.__name__ = 'u'; print(w.__name__, w.__func__.__name__)
    except Exception as e: print(e)
    try: del w.__name__; print(w.__name__)
    except Exception as e: print(e)
    try: w.__doc__ = 'd2'; print(w.__doc__)
    except Exception as e: print(e)
    try: print(w.__isabstractmethod__)
    except Exception as e: print(e)
class A: pass
class B(A):
    x: int = 1
class C(B): pass
import sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for k in (A, B, C, A(), B(), C(), int, 5, type):
    t(lambda: k.__annotations__)
    t(lambda: type(k).__name__ + str('__annotations__' in dir(k)))
def f():
    A.__annotations__['q'] = 1
    return A.__annotations__
t(f)
def g():
    del A.__annotations__
    return A.__annotations__
t(g)
t(lambda: A.__abstractmethods__)
t(lambda: int.__abstractmethods__)
import abc
class D(abc.ABC):
    @abc.abstractmethod
    def m(self): pass
class E(D): pass
class F(E):
    def m(self): pass
for k in (D, E, F): t(lambda: k.__abstractmethods__)
t(lambda: type.__prepare__())
t(lambda: type.__prepare__('A', (), x=1))
class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        d = super().__prepare__(name, bases, **kw)
        d['added'] = 7
        return d
class P(metaclass=M):
    z = 1
print(P.added, P.z)
class M2(type): pass
class Q(metaclass=M2): a = 1
print(Q.a)
if sys.version_info >= (3, 10):
    t(lambda: A.__or__(B)); t(lambda: A.__or__(0)); t(lambda: int.__or__(5, 2)); t(lambda: A.__ror__(None)); t(lambda: type.__or__(int, str))
