import sys
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, end=" | ")
def swap():
    a, b = T(1), T(2); a, b = b, a; a = None; print("mid", end=" "); return b
swap(); print()
def early(flag):
    t = T("t")
    if flag: return 1
    u = T("u"); return 2
early(True); early(False); print()
def loop():
    for i in range(3): t = T(i)
    print("after", end=" ")
loop(); print()
def passed(t): print("got", t.n, end=" "); t = None; print("rebound", end=" ")
passed(T("p")); print(); x = T("q"); passed(x); print("still"); del x; print()
def ret(): return T("ret")
ret(); print(); ret().n; print(ret().n); y = ret(); y = ret(); print("two"); y = 0; print()
def chain(): return [T(i) for i in range(3)]
chain()[1]; print(); z = chain()[1]; print("kept", z.n); z = None; print()
def exc():
    t = T("exc"); u = T("exc2"); 1 / 0
try: exc()
except ZeroDivisionError as e: print("in handler", end=" ")
print("out")
def deep(n):
    t = T(n); return deep(n - 1) if n else None
deep(3); print()
def gen():
    t = T("g")
    for i in range(2): yield i
for v in gen(): print(v, end=" ")
print(); g = gen(); next(g); g.close(); print("closed"); g = gen(); next(g); g = None; print("dropped")
d = {T("key"): T("val")}; d.clear(); print(); s = {T("s1")}; s.clear(); print(); n = [[T("n1")], [T("n2")]]; n[0] = n[1] = 0; print(); t = T("a"), T("b"), T("c"); del t; print()
def clos():
    t = T("c1"); return lambda: t
f = clos(); f = None; print(); f = [clos() for _ in range(2)]; del f[0]; print("-"); f.clear(); print()
class B:
    def __init__(self): self.t = T("attr"); self.u = T("attr2")
    def __del__(self): print("B", end=" ")
b = B(); del b.t; print("-"); del b; print(); B().t; print(); b = B(); b.__dict__.clear(); print("-"); b = B(); print(); b.__dict__ = {}; print("-"); del b; print()
w = [T("w%d" % i) for i in range(4)]; w[1:3] = []; print(); w.pop(0); print(); w.reverse(); w *= 0; print(); w = T("e1"), ; w = (); print()
import functools; p = functools.partial(print, T("part")); del p; print(); m = map(lambda q: q, [T("map")]); next(m); del m; print()
c = compile if 0 else T("cond"); c = None; print(); T("x") and 1; print(); T("x") or 1; print(); [T("i")][0].n; print(); (lambda a: None)(T("lam")); print(); T("o") is T("p"); print(); T("o") == T("p"); print(); print(T("s").n); (T("t"), T("u")); print(); {1: T("dv")}; print(); f"{T('fs').n}"; print()
