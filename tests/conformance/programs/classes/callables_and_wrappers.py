def f(x): return x + 1
class A:
    def m(self, x): return x
    def __call__(self, x): return "called", x
print(f.__call__(3), A().m.__call__(2), A().__call__(4), A.__call__(A(), 5), int.__call__("7"), len.__call__([1]), A.m.__call__(1, 2))
print(f.__eq__(f), f.__hash__() == hash(f), f.__repr__() == repr(f), f.__str__() == str(f), A().__repr__()[:12], (5).__str__(), [1].__len__(), A.__repr__(A())[:12])
for c in ("class W(Slot): __slots__ = ('__weakref__',)", ): pass
class Slot: __slots__ = ("a", "__weakref__")
class D: pass
try:
    class W(Slot): __slots__ = ("__weakref__",)
except TypeError as e: print(e)
try:
    class W(D): __slots__ = ("__dict__",)
except TypeError as e: print(e)
try:
    class W(int): __slots__ = ("__weakref__",)
except TypeError as e: print(e)
try:
    class W: __slots__ = ("__dict__", "__dict__")
except TypeError as e: print(e)
try:
    class W: __slots__ = ("__weakref__", "__weakref__")
except TypeError as e: print(e)
try:
    class W(list): __slots__ = ("__weakref__", "q")
    print("ok")
except TypeError as e: print(e)
class my(staticmethod):
    x = 1
class mc(classmethod):
    def __init__(self, f): super().__init__(f); self.tag = "t"
class T:
    a = my(lambda: 1)
    b = mc(lambda c: c.__name__)
print(T.a(), T().a(), T.b(), T.__dict__["b"].tag, my.x)
