class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
try:
    t = D('t')
    raise KeyError(D('arg'))
except KeyError as e:
    saved = e
print('after')
try:
    u = D('u')
    1/0
except ZeroDivisionError as e:
    pass
try: e
except NameError as n: print('NameError', n)
def f():
    loc = D('loc')
    try: 1/0
    except ZeroDivisionError as e: return e
r = f()
print(r.__traceback__ is not None)
print('drop'); r = None
print('end')
