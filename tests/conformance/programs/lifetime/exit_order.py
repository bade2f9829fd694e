class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = D('a'); b = D('b'); c = [D('in list'), D('in list 2')]
d = {'k': D('in dict')}
def f(): return 1
x = D('x')
print('end')
