import types
from types import SimpleNamespace, FunctionType, MappingProxyType
n = SimpleNamespace(b=1, a="x")
print(n, n.a, n == SimpleNamespace(a="x", b=1), n != SimpleNamespace())
n.c = [1]
del n.b
print(n, vars(n), repr(SimpleNamespace()))
print(isinstance(lambda: 0, FunctionType), isinstance(print, types.BuiltinFunctionType), isinstance((x for x in ()), types.GeneratorType))
print(isinstance(types, types.ModuleType), types.LambdaType is types.FunctionType)
p = MappingProxyType({"a": 1})
print(p["a"], p, len(p), "a" in p, list(p), dict(p))
try: p["b"] = 2
except TypeError as e: print(e)
class A: pass
def hello(self): return "hello"
a = A(); a.hello = types.MethodType(hello, a); print(a.hello())
class N2(SimpleNamespace):
    pass
print(N2(x=1))
