class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, helper('x'), CONST)
def helper(x): return x * 2
CONST = 5
a = D('a')
b = D('b')
b.me = b
print('end')
