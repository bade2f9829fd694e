import atexit
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
atexit.register(print, 'atexit runs')
def f():
    l = D('local of f')
    raise ValueError('x')
g = D('g')
f()
