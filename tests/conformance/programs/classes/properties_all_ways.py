class Temp:
    def __init__(self, c): self.c = c
    def getf(self): return self.c * 9 / 5 + 32
    def setf(self, f): self.c = (f - 32) * 5 / 9
    def delf(self): print("del f")
    f = property(getf, setf, delf, "Fahrenheit")
    @property
    def ro(self): return "ro"
    @property
    def boom(self): raise AttributeError("inner problem")
    @property
    def kelvin(self): return self.c + 273.15
    @kelvin.setter
    def kelvin(self, k): self.c = k - 273.15
    only_set = property(None, setf)
t = Temp(100)
print(t.f, Temp.f.__doc__)
t.f = 32
print(t.c)
del t.f
t.kelvin = 300
print(round(t.c, 2), t.kelvin)
for act in ("set ro", "del ro", "get boom", "get only", "del kelvin"):
    try:
        if act == "set ro": t.ro = 1
        elif act == "del ro": del t.ro
        elif act == "get boom": t.boom
        elif act == "get only": t.only_set
        else: del t.kelvin
    except AttributeError as e:
        print(act, "->", e)
print(hasattr(t, "boom"), getattr(t, "boom", "default"))
class Sub(Temp):
    @property
    def ro(self): return "sub " + super().ro
    @Temp.f.getter
    def f(self): return "got"
    kelvin = Temp.kelvin.setter(lambda self, k: print("set", k))
s = Sub(1)
print(s.ro, s.f)
s.f = 50
print(s.c)
s.kelvin = 5
print(type(Temp.f), isinstance(Temp.ro, property), Temp.ro.fset, Temp.__dict__["ro"] is Temp.ro)
t.__dict__["ro"] = "shadow"
print(t.ro)
class Lazy:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __get__(self, o, c):
        if o is None: return self
        v = o.__dict__[self.name] = self.f(o)
        return v
class Data:
    @Lazy
    def rows(self):
        print("computing")
        return [1, 2]
d = Data()
print(d.rows, d.rows, vars(d))
class G:
    def __getattr__(self, n): return "fallback " + n
    @property
    def p(self): raise AttributeError("hidden")
print(G().p)
try:
    property(1, 2, 3, 4, 5)
except TypeError as e:
    print(e)
p = property(lambda self: 5)
class Dyn: pass
Dyn.late = p
print(Dyn().late)
try:
    Dyn().late = 3
except AttributeError as e:
    print(e)
try:
    p.fget = 3
except AttributeError as e:
    print(e)
Temp.static = staticmethod(lambda x: x * 2)
print(t.static(4))
