class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = name.lower()
        return cls
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kw)
    @property
    def prop(cls): return 'prop of ' + cls.__name__
    def __len__(cls): return 7
    def __iter__(cls): return iter([1,2])
    def __getitem__(cls, k): return k
    def __contains__(cls, k): return k == 3
    def __repr__(cls): return 'REPR ' + cls.__name__
    def __getattr__(cls, n):
        if n == 'dyn': return 'dynamic'
        raise AttributeError(n)
    def __setattr__(cls, n, v):
        super().__setattr__(n, v)
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 1
    def __add__(cls, o): return (cls.__name__, o)
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __instancecheck__(cls, x): return x == 5
    def __bool__(cls): return False
class A(metaclass=Meta):
    y = 1
    def __init__(self, v): self.v = v
class B(A, flag=3):
    def __init__(self, v):
        super().__init__(v)
a = A(3); b = B(4)
print(a.v, b.v, type(A), type(B), A.tag, B.tag, B.prop, A.dyn, isinstance(A, Meta), issubclass(Meta, type))
print(len(A), list(A), A['q'], 3 in A, 4 in A, repr(A), str(B), f"{A}", A + 1, A < B, isinstance(5, A), bool(A), [A])
try: A.zzz
except AttributeError as e: print(e)
try: a.prop
except AttributeError as e: print(e)
class M2(type): pass
class C(metaclass=M2): pass
try:
    class D(A, C): pass
except TypeError as e: print(e)
class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Config(metaclass=Singleton):
    def __init__(self): self.value = 42
print(Config() is Config(), Config().value)
class Registry(type):
    registry = {}
    def __new__(mcls, name, bases, attrs):
        cls = type.__new__(mcls, name, bases, attrs)
        mcls.registry[name] = cls
        return cls
class P(metaclass=Registry): pass
class Q(P): pass
print(sorted(Registry.registry), type(Q).__name__, Q.__class__, Q.__mro__)
class Prep(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'injected': 1}
class R(metaclass=Prep): z = injected + 1
print(R.z, R.injected)
class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'): print('set', k)
        dict.__setitem__(self, k, v)
class Prep2(type):
    @classmethod
    def __prepare__(mcs, name, bases): return Log()
class S(metaclass=Prep2):
    a = 1
    def f(self): pass
print(S.a)
T = type('T', (A,), {})
print(T.tag, type(T) is Meta)
def fmeta(name, bases, ns): return name
class U(metaclass=fmeta): pass
print(U)
