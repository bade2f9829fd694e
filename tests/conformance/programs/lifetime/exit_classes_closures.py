class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
class C:
    attr = D('class attr')
    def m(s): return s
    d = D('class d')
class E(C):
    x = D('E.x')
o = C(); o.v = D('o.v')
p = E(); p.c = o
lam = lambda d=D('default'): d
def clo():
    c = D('closure')
    return lambda: c
k = clo()
print('end')
