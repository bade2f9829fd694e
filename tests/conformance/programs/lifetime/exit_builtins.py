class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
import builtins
builtins.keep = D('builtin')
x = D('x')
print('end')
