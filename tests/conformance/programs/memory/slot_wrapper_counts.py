import sys
rc = sys.getrefcount
class Desc:
    def __get__(self, obj, owner): return rc(obj)
    def __set__(self, obj, value): print("set", rc(obj), rc(value))
    def __delete__(self, obj): print("delete", rc(obj))
class T:
    temp = Desc()
class U:
    temp = Desc()
    def __setattr__(self, n, v): print("setattr", rc(self), rc(v)); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("delattr", rc(self)); object.__delattr__(self, n)
class W:
    temp = Desc()
    def __setattr__(self, n, v): print("setattr", rc(self), rc(v)); super().__setattr__(n, v)
    def __delattr__(self, n): print("delattr", rc(self)); super().__delattr__(n)
    def __getattribute__(self, n): print("ga", rc(self)); return super().__getattribute__(n)
class P:
    def p(self): return rc(self)
    def s(self, v): print("s", rc(self), rc(v))
    p = property(p, s)
    def __setattr__(self, n, v): object.__setattr__(self, n, v)
v = ["v"]
t = T(); t.temp = v; del t.temp; setattr(t, "temp", v); delattr(t, "temp"); print(t.temp, getattr(t, "temp"))
u = U(); u.temp = v; del u.temp; setattr(u, "temp", v); delattr(u, "temp")
w = W(); w.temp = v; del w.temp; print(w.temp)
p = P(); p.p = v; print(p.p)
object.__setattr__(t, "temp", v); object.__delattr__(t, "temp"); t.__setattr__("temp", v); t.__delattr__("temp")
class L(list):
    def __getitem__(self, i): return rc(self), rc(i), super().__getitem__(i)
    def __setitem__(self, i, v): print("si", rc(self), rc(v)); list.__setitem__(self, i, v)
    def append(self, v): print("ap", rc(self), rc(v)); super().append(v)
    def __len__(self): return rc(self) + super().__len__()
    def __contains__(self, x): return rc(self) and super().__contains__(x)
    def __eq__(self, o): print("eq", rc(self), rc(o)); return list.__eq__(self, o)
    __hash__ = None
class E:
    def __eq__(self, o): print("E.eq", rc(self), rc(o)); return False
    def __hash__(self): print("E.hash", rc(self)); return 1
e = E(); f = E()
list.__eq__([e], [f]); [e] == [f]; e in [f]; list.__contains__([f], e); (e,) == (f,); {1: e} == {1: f}; {e: 1}.get(f); [f].count(e)
try: [f].index(e)
except ValueError: pass
{e}.__contains__(f); hash((e, f)); object.__eq__(e, f); object.__ne__(e, f); e.__ne__(f); e.__eq__(f); E.__eq__(e, f)
class A:
    def __add__(self, o): print("add", rc(self), rc(o)); return 1
    def __call__(self, o): print("call", rc(self), rc(o))
    def __iter__(self): print("iter", rc(self)); return iter([])
    def __repr__(self): return str(rc(self))
    def __str__(self): return "s" + str(rc(self))
    def __bool__(self): print("bool", rc(self)); return True
a = A(); a + a; a(a); a.__add__(a); A.__add__(a, a); a.__call__(a); A.__call__(a, a); list(a); [*a]; bool(a); print(a, [a], repr(a), str(a), f"{a}", f"{a!r}", "%s%r" % (a, a), "{} {!r}".format(a, a), {1: a}, (a,)); 
import operator
operator.add(a, a); list(map(a, [a])); sorted([a], key=a); sum([a], a); filter(a, [a]); any([a]); all([a]); not a
