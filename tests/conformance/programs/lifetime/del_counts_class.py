class D:
    count = 0
    def __init__(s, n): s.n = n; D.count += 1
    def __del__(s): D.count -= 1; print('del', s.n, D.count)
a = D('a'); b = D('b'); c = D('c')
b = None
print('end', D.count)
