class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f():
    l = D('local')
    raise ValueError('x')
g = D('g')
f()
