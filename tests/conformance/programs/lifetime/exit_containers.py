class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, type(s).__name__)
class B(A): pass
objs = [A(i) for i in range(3)] + [B(i) for i in range(2)]
by = {o.n: o for o in objs}
tup = (objs[0], B('t'))
st = {B('s')}
print('end')
