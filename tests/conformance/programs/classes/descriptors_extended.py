class Typed:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None: return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError("%s.%s must be %s, not %s" % (type(obj).__name__, self.name, self.kind.__name__, type(value).__name__))
        obj.__dict__[self.name] = value
class Ranged(Typed):
    def __init__(self, lo, hi): super().__init__(int, lo); self.lo, self.hi = lo, hi
    def __set__(self, obj, value):
        super().__set__(obj, value)
        if not self.lo <= value <= self.hi: raise ValueError("%d not in %d..%d" % (value, self.lo, self.hi))
class Hero:
    name = Typed(str, "nobody")
    level = Ranged(1, 10)
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
h = Hero(name="Zed", level=3)
print(h.name, h.level, Hero().name, vars(h), Hero.name.kind, Hero().level)
for k, v in (("name", 3), ("level", "x"), ("level", 11), ("other", 1)):
    try: setattr(h, k, v); print("set", k)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(vars(h))
try: del h.name
except AttributeError as e: print(type(e).__name__)
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, o, c=None):
        return lambda *a, **k: ("via", o is not None, self.f(o if o is not None else c, *a, **k))
class K:
    @Method
    def m(self, x): return x * 2
    def __getattribute__(self, n):
        if n == "blocked": raise AttributeError("blocked!")
        return super().__getattribute__(n)
    def __getattr__(self, n): return "fallback:" + n
print(K().m(3), K.m(4), K().blocked, K().anything, K().__class__.__name__, hasattr(K, "anything"))
class Alias:
    def __init__(self, t): self.t = t
    def __get__(self, o, c): return getattr(o, self.t)
    def __set__(self, o, v): setattr(o, self.t, v)
    def __delete__(self, o): delattr(o, self.t)
class Pt:
    def __init__(self, x): self.x = x
    horizontal = Alias("x")
p = Pt(1); p.horizontal = 5; print(p.x, p.horizontal); del p.horizontal; print(vars(p))
try: p.horizontal
except AttributeError as e: print(e)
class classproperty:
    def __init__(self, f): self.f = f
    def __get__(self, o, c): return self.f(c)
class Counter:
    _n = 5
    @classproperty
    def n(cls): return cls._n
print(Counter.n, Counter().n)
Counter.n = 3
print(Counter.n)
class static2(staticmethod):
    def __repr__(self): return "static2"
class cls2(classmethod): pass
class prop2(property):
    def __get__(self, o, c): return "prop2 " + str(super().__get__(o, c)) if o else self
class U:
    s = static2(lambda: "s!")
    c = cls2(lambda k: k.__name__)
    @prop2
    def p(self): return "p"
print(U.s(), U().s(), U.c(), U().p, repr(U.__dict__["s"]), isinstance(U.__dict__["c"], classmethod), type(U.p).__name__)
def func(self, a): return (type(self).__name__, a)
print(func.__get__(U())(1), func.__get__(U(), U)(2), func.__get__(None, U) is func)
print(U.__dict__["p"].fget(U()), U.p.fset, property.__get__(U.p, U()))
U().p = 3
