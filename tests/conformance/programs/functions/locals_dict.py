import sys, gc
def gen():
    x = [1]
    yield locals()
    y = 2
    yield locals()
    del x
    yield locals()
g = gen()
a = next(g); print(a); b = next(g); print(a is b, a); c = next(g); print(a is c, a)
def f(a, b=2):
    c = a
    vars(); dir()
    l = vars()
    l["zzz"] = 5
    print(sorted(locals().items(), key=str)[:1], "zzz" in locals(), sorted(dir()))
    c = None
    return l
print(f(1))
def outer():
    n = 1
    def inner():
        nonlocal n
        n += 1
        d = locals()
        return d is locals(), dict(d).get("n")
    d = locals()
    r = inner()
    return r, d["n"], locals()["n"], d["n"], sys.getrefcount(d)
print(outer())
gc.collect()
def t(x):
    locals()
    return sys.getrefcount(x)
print(t([]))
def r(n):
    d = locals()
    return r(n - 1) + [len(d)] if n else []
print(r(3)); print(gc.collect())
def u():
    "%(a)s" % locals() if False else None
    a = 1; b = "s"
    print("{a} {b}".format(**locals()), "%(a)d" % locals())
u()
class D:
    def __del__(self): print("del")
def w():
    d = D(); e = locals()
    d = None
    print("still")
w(); print("out"); gc.collect()
def w2():
    d = D(); locals(); d = None; print("still"); locals(); print("gone")
w2()
class Q:
    d = locals()
    print(d is locals(), sorted(d)[:1])
print([k for k in [sorted(locals()) == sorted(globals())]])
def z(): return [sorted(locals()) for _ in range(1)], list(sorted(locals()) for _ in range(1))
print(z())
def outer(a, b, c):
    x = 1; y = 2
    def inner(p, q):
        r = a + x + p; s = b
        def third(): return p, r, a
        return list(locals()), third
    z = 3
    return list(locals()), inner(1, 2)[0]
print(outer(1, 2, 3))
def outer(zed, b, alpha):
    x = 1; y = 2; m = 1
    def inner(p, q):
        return zed, alpha, x, m
    return 1
print(outer.__code__.co_cellvars)
class Probe: pass
p = Probe()
def f():
    z = p
    d = locals()
    d2 = locals()
    return d is d2
print(f())
def g():
    z = p
    d = locals()
    b = sys.getrefcount(p)
    d2 = locals()
    e = sys.getrefcount(p)
    return d is d2, b, e, sorted(d2)
print(g())
def h():
    z = p
    a = sys.getrefcount(p)
    d = locals()
    b = sys.getrefcount(p)
    z = None
    e = sys.getrefcount(p)
    locals()
    f = sys.getrefcount(p)
    return a, b, e, f
print(h())
