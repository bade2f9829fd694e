class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("~" + self.n, end=" ")
def f(a, b):
    c = D("c"); d = D("d"); print("body", end=" ")
f(D("a"), D("b")); print()
def g(*args, **kw): x = D("x"); print("g", end=" ")
g(D("1"), D("2"), k=D("k"), j=D("j")); print()
l = [D("l1"), D("l2"), D("l3")]; del l; print()
l = [D("l1"), D("l2"), D("l3")]; l.clear(); print()
l = [D("l1"), D("l2"), D("l3")]; del l[0:2]; print("-", end=" "); del l; print()
l = [D("l1"), D("l2"), D("l3")]; l[:] = [D("n")]; print("-", end=" "); l = None; print()
d = {"a": D("da"), "b": D("db")}; d["a"] = D("new"); print("-", end=" "); del d; print()
d = {1: D("1"), 2: D("2"), 3: D("3")}; d.clear(); print()
t = (D("t1"), D("t2")); t = None; print()
s = {1}; s = [D("o"), [D("i1"), D("i2")], D("p")]; del s; print()
class N:
    def __init__(self, n, c=None): self.n = n; self.c = c; self.e = D(n + "e")
    def __del__(self): print("N" + self.n, end=" ")
x = N("1", N("2", N("3"))); del x; print()
x = N("1"); x = N("2"); print("-", end=" "); x = None; print()
def h():
    x = D("hx")
    y = D("hy")
    del x
    z = D("hz")
    return y
h(); print(); k = h(); print("-", end=" "); del k; print()
D("temp"); print(); D("temp").n; print(); [D("a"), D("b")][0]; print(); (D("a"), D("b"))[1]; print()
for i in [D("f1"), D("f2")]: print("loop", end=" ")
print("-", end=" "); del i; print()
for i in (D(str(j)) for j in range(3)): print("it", end=" ")
del i; print()
[D(str(i)) for i in range(3)]; print()
def gen():
    a = D("ga")
    try: yield 1
    finally: print("fin", end=" ")
q = gen(); next(q); del q; print()
q = gen(); del q; print("unstarted")
try:
    e = D("e1"); raise ValueError(D("arg"))
except ValueError as v: print("handler", end=" ")
print()
def r():
    a = D("ra"); b = D("rb"); raise KeyError
try: r()
except KeyError: print("caught", end=" ")
print()
def cl():
    a = D("cell")
    b = D("local")
    def i(): return a
    return i
c = cl(); print("-", end=" "); del c; print()
a = b = D("ab"); a = None; print("-", end=" "); b = None; print()
a, b = D("a"), D("b"); a, b = b, a; a = None; print("-", end=" "); del b; print()
z = [D("z%d" % i) for i in range(5)]; z.pop(); z.pop(0); print("-", end=" "); z.remove(z[1]); print("-", end=" "); z = z[:1]; print("-", end=" "); z += [D("zz")]; z *= 0; print()
class S:
    __slots__ = ("b", "a")
    def __del__(self): print("S", end=" ")
s = S(); s.a = D("sa"); s.b = D("sb"); del s; print()
end1 = D("end1"); end2 = D("end2"); lst = [D("endl")]; 
print("exit")
