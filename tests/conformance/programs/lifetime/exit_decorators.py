class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def deco(f):
    h = A('deco ' + f.__name__)
    def w(*a):
        h
        return f(*a)
    return w
@deco
def one(): return A('ret')
@deco
def two(x=A('default')): return x
v = one(); w = two()
print('end')
