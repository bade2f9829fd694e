class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
    def __repr__(s): return 'A(%s)' % s.n
def gen():
    x = A('in gen')
    try: yield x
    finally: print('gen fin', x)
g = gen()
print(next(g))
it = iter([A('it1'), A('it2')]); next(it)
m = map(lambda q: q, [A('mapped')])
print('end')
