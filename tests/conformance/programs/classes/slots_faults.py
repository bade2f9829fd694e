class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, P.__slots__)
for action in ("p.z = 3", "p.z", "del p.z"):
    try:
        if action == "p.z = 3":
            p.z = 3
        elif action == "p.z":
            p.z
        else:
            del p.z
    except AttributeError as e:
        print(action, "->", e)
del p.x
try:
    print(p.x)
except AttributeError as e:
    print(e)
try:
    del p.x
except AttributeError as e:
    print(e)
print(hasattr(p, "__dict__"), hasattr(P, "__dict__"))
try:
    p.__dict__
except AttributeError as e:
    print(e)
print(P.x)
print(type(P.x), P.x.__name__, P.x.__get__(P(7, 8)))
class Q(P):
    pass
q = Q(1, 2)
q.z = 3
print(q.__dict__)
class R(P):
    __slots__ = ["z"]
r = R(4, 5)
r.z = 6
print(r.x + r.y + r.z)
try:
    class S:
        __slots__ = ("a",)
        a = 3
except ValueError as e:
    print(e)
try:
    class T:
        __slots__ = (1,)
except TypeError as e:
    print(e)
try:
    class U:
        __slots__ = "not ok"
except TypeError as e:
    print(e)
try:
    class V(P, Q): pass
except TypeError as e:
    print(e)
class W:
    __slots__ = ("k",)
try:
    class X(P, W): pass
except TypeError as e:
    print(e)
class Y:
    __slots__ = ("__dict__", "a")
y = Y(); y.b = 1; y.a = 2
print(y.__dict__)
class Z:
    __slots__ = ("__priv",)
    def __init__(self): self.__priv = 3
print(Z()._Z__priv, [n for n in dir(Z) if "priv" in n])
