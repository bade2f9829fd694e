class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f():
    l = D('f.l')
    g()
def g():
    m = D('g.m')
    raise RuntimeError('deep')
try: f()
except RuntimeError as e: print('caught', e)
print('---')
try: f()
except RuntimeError: print('caught 2')
print('---')
try:
    try: f()
    except RuntimeError as e: raise KeyError('second') from e
except KeyError as k: print(k.__cause__, k.__context__ is k.__cause__)
print('end')
f()
