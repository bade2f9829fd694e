import types
class M(type):
    @property
    def p(cls): return 5
    @p.setter
    def p(cls, v): print("set p", v)
class A(metaclass=M):
    "doc"
    x = 1
A.p = 3
print(A.p, 'p' in A.__dict__)
A.__doc__ = "new"
print(A.__doc__)
A.__module__ = "q"
print(A)
A.__name__ = "B"
print(A.__name__)
for n, v in [("__mro__", ()), ("__base__", int), ("__dict__", {})]:
    try:
        setattr(A, n, v)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    del A.zzz
except AttributeError as e: print(e)
def f(): pass
f.__dict__ = {"a": 1}
print(f.a, f.__dict__)
e = ValueError(); e.__dict__ = {"q": 2}; print(e.q)
m = A.__dict__
print(dict(m)["x"], {**m}["x"], (m | {"y": 2})["y"] if hasattr(m, "__or__") else "", len(m) > 3)
print(m == dict(m), m != {}, m == A.__dict__, {} == types.MappingProxyType({}))
try:
    m < {}
except TypeError as e: print(e)
try:
    hash(m)
except TypeError as e: print(e)
class S(type): pass
try:
    class Q(type(m)): pass
except TypeError as e: print(e)
for n in sorted(k for k in A.__dict__ if k[0] != "_"): print(n, A.__dict__[n])
print(types.MappingProxyType("abc")[1], types.MappingProxyType(mapping={1:2}), isinstance(m, types.MappingProxyType))
print(vars(A)["x"], "x" in vars(A), getattr(A, "__dict__")["x"], type(A).__dict__["p"].fget(A))
from collections import ChainMap
cm = ChainMap({"a": 1}, A.__dict__)
print(cm["x"], cm["a"])
for k, v in {"k": 1}.items().mapping.items() if hasattr({}.items(), "mapping") else []: print(k, v)
print(type({}.keys().mapping) if hasattr({}.keys(), "mapping") else "")
