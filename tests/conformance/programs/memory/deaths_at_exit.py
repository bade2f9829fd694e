import atexit
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("~", self.n)
a = D("a"); _b = D("_b"); c = D("c"); __d = D("__d")
class Holder:
    x = D("class attr")
    def __del__(self): print("~Holder")
h = Holder(); h.v = D("hv")
cyc = D("cyc"); cyc.me = cyc
lst = [D("l0"), D("l1")]
def f(x=D("default")): return x
f.attr = D("fattr")
atexit.register(print, "atexit1"); atexit.register(lambda: print("atexit2", a.n))
def g():
    y = D("cell"); return lambda: y
k = g()
gen = (D("in gen %d" % i) for i in range(2)); cur = next(gen)
import sys
sys.stash = D("in sys")
print("end")
