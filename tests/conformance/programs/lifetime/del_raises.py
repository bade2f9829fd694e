class D:
    def __del__(s):
        print('del'); raise ValueError('in del')
d = D()
del d
class E:
    def __init__(s, n): s.n = n
    def __del__(s): 1/0
e = E(1)
l = [E(2)]
l.clear()
def f(): E(3); print('f')
f()
print('end')
