class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f(a, b, *args, **kw):
    c = D('c'); d = D('d')
    print('in f')
f(D('a'), D('b'), D('x'), D('y'), k=D('k'))
print(f.__name__)
def g():
    x = D('x1'); y = D('y1')
    x = D('x2')
    del y
    z = [D(i) for i in range(2)]
    return z
r = g()
print('got')
r.pop(0)
r = None
def h(n):
    l = D('h%d' % n)
    if n: h(n-1)
h(2)
print('end')
