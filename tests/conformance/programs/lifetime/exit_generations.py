import gc
class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = A('a'); b = A('b'); c = A('c')
gc.collect()
d = A('d'); e = A('e')
a.x = d
gc.collect(0)
f = A('f')
print('end')
