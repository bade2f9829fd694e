# The parts of functions, generators, modules and cells, set and made by hand.
def f():
    g = (x for x in ())
    for v in (5, "n", None):
        for a in ("__name__", "__qualname__"):
            try: setattr(g, a, v); print(a, getattr(g, a))
            except Exception as e: print(type(e).__name__, e)
    for a in ("__name__", "gi_frame", "gi_running", "gi_code", "gi_yieldfrom"):
        try: delattr(g, a); print(a)
        except Exception as e: print(type(e).__name__, e)
f()
def h(a, b=1): return a + b
def k(z): return z
x = 1
def outer():
    y = 2
    def c(): return y
    return c
def t(n, *v):
    def q(): return h(1)
    try:
        if v: setattr(h, n, v[0])
        else: delattr(h, n)
        print(n, v and type(v[0]).__name__, getattr(h, n, "none"))
    except Exception as e: print(n, v and type(v[0]).__name__, type(e).__name__, e)
for n in ("__defaults__", "__kwdefaults__", "__annotations__", "__name__", "__qualname__", "__doc__", "__module__", "__dict__", "__closure__", "__globals__"):
    for v in (5, [], None, (), {}, "s"): t(n, v) if n not in ("__globals__",) else 0
    if n not in ("__globals__", "__dict__"): t(n)
h.__dict__ = {"a": 1}; print(h.a)
h.__code__ = k.__code__
h.__defaults__ = None
print(h(5), h.__name__)
for c in (5, None, outer().__code__, outer.__code__):
    try: h.__code__ = c; print("set")
    except Exception as e: print(type(e).__name__, e)
c = outer()
try: c.__code__ = k.__code__
except Exception as e: print(type(e).__name__, e)
try: del h.__code__
except Exception as e: print(type(e).__name__, e)
import types
F = types.FunctionType
g = F(k.__code__, globals(), "nm", (7,)); print(g(), g.__name__, g.__qualname__, g.__defaults__, g.__module__, g.__doc__)
g = F(code=k.__code__, globals={"__name__": "mm"}, argdefs=(1,)); print(g(), g.__name__, g.__module__)
d = outer(); g = F(d.__code__, {}, closure=d.__closure__); print(g())
for a in ((), (k.__code__,), (k.__code__, 5), (k.__code__, {}, 5), (k.__code__, {}, None, 5), (d.__code__, {}), (d.__code__, {}, None, None, ()), (d.__code__, {}, None, None, (1,)), (k.__code__, {}, None, None, d.__closure__), (k.__code__, {}, None, None, 5), (k.__code__, {}, None, None, None, 3)):
    try: print(F(*a).__name__)
    except Exception as e: print(len(a), type(e).__name__, e)
M = types.ModuleType
m = M("m"); print(m.__name__, m.__doc__, m.__dict__, repr(m), type(m).__name__); m.x = 5; print(m.x, sorted(vars(m)))
m = M("m", "doc"); print(m.__doc__); m = M(name="q", doc=3); print(m.__doc__)
for a in ((), (5,)):
    try: print(M(*a))
    except Exception as e: print(type(e).__name__, e)
try: m.nope
except AttributeError as e: print(e)
C = types.CellType if hasattr(types, "CellType") else None
if C: c = C(5); print(c.cell_contents)
print(types.MethodType(len, "abc")(), types.MethodType(k, 3)())
