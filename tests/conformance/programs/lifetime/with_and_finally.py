class CM:
    def __init__(s, n): s.n = n
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, *a): print('exit', s.n, a[0]); return False
    def __del__(s): print('del', s.n)
def f():
    with CM('a') as a, CM('b'):
        return 'ret'
print(f())
for i in range(3):
    with CM(i):
        if i == 1: continue
        if i == 2: break
def g():
    try:
        return 'try'
    finally:
        return 'finally'
print(g())
def h():
    while True:
        try: 1/0
        finally: break
    return 'h'
print(h())
def k():
    for i in range(3):
        try: return i
        finally:
            if i < 2: continue_ = 1
print(k())
with CM('last'):
    raise ValueError('boom')
