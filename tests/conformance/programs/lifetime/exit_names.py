class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
z = D('z'); y = D('y'); _u = D('_u'); __v = D('__v')
a = z
del y
print('end')
