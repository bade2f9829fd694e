class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = D('a'); b = D('b'); a.o = b; b.o = a
c = D('c'); c.me = c
d = D('d')
print('end')
