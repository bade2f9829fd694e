class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
import atexit
atexit.register(print, 'atexit')
x = D('x')
@atexit.register
def f(): print('f', x.n)
y = D('y')
print('end')
