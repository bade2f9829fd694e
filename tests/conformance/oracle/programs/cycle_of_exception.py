import gc
def f():
    try:
        raise ValueError('cycle')
    except ValueError as e:
        kept = e
    return 1
a = f()
n = gc.collect()
def g():
    err = None
    try:
        [][1]
    except IndexError as e:
        err = e
    finally:
        got = str(err)
        del err
    return got
b = g()
m = gc.collect()
print(a, b, n, m)
