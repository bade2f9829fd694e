class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
import sys
m = sys.modules['__main__']
a = D('a'); b = D('b')
_p = D('_p')
print('end')
