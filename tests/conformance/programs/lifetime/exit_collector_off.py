import gc
gc.disable()
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = D('cycle'); a.me = a; del a
b = D('b')
c = D('c'); c.l = [c]
print('end')
