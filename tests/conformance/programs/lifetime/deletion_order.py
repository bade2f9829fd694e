class N:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
def mk(n): return [N(i) for i in range(n)]
def t(name, f):
    print(name, end=": "); f(); print()
def a(): l = mk(6); del l[::2]; print("|", end=" ")
def b(): l = mk(6); del l[1::2]; print("|", end=" ")
def c(): l = mk(6); del l[::-2]; print("|", end=" ")
def d(): l = mk(6); del l[1:4]; print("|", end=" ")
def e(): l = mk(6); l[::2] = [1, 2, 3]; print("|", end=" ")
def f(): l = mk(6); l[1:4] = [1]; print("|", end=" ")
def g(): l = mk(6); l[:] = []; print("|", end=" ")
def h(): l = mk(6); l *= 0; print("|", end=" ")
def i(): l = mk(6); l[::-1] = range(6); print("|", end=" ")
def l_(): d = {i: N(i) for i in range(4)}; d.clear(); print("|", end=" ")
def m(): s = tuple(mk(4)); s = None; print("|", end=" ")
def n():
    from collections import deque
    d = deque(mk(5)); del d[1]; d.popleft(); print("|", end=" "); d.clear(); print("|", end=" ")
def o():
    from collections import deque
    d = deque(mk(5)); d = None; print("|", end=" ")
def p(): l = mk(5); l[2:2] = mk(2); l[1:3] = l[3:]; print("|", end=" ")
def q(): l = mk(5); l.clear(); print("|", end=" ")
def r(): l = mk(3); l.extend(mk(2)); l = l[1:]; print("|", end=" ")
def s(): l = mk(4); l.sort(key=lambda x: -x.n); del l[0], l[0]; print("|", end=" ")
def u(): d = dict(enumerate(mk(4))); d.update({1: 0, 2: 0}); d = {}; print("|", end=" ")
def v(): d = dict(enumerate(mk(4))); del d[0]; d[0] = N(9); d = {}; print("|", end=" ")
def w(): x = N(0); x.a = N(1); x.b = N(2); x.a.c = N(3); del x; print("|", end=" ")
def x_():
    class S: __slots__ = ("p", "q")
    s = S(); s.q = N("q"); s.p = N("p"); del s; print("|", end=" ")
def y(): a, b, c = mk(3); a, b, c = c, a, b; del b; print("|", end=" ")
def z(): l = mk(3); l[0], l[2] = l[2], 0; l.remove(l[1]); print("|", end=" ")
for name, fn in sorted(list(globals().items())):
    if len(name) <= 2 and name not in ("N","t","E","mk"): t(name, fn)
