def f(x):
    try:
        return [x]
    finally:
        x = None
def g():
    box = []
    try:
        box.append(1)
        return box
    finally:
        box.append(2)
def h():
    for i in [1, 2]:
        try:
            continue
        finally:
            k = [i]
    return k
def swallow():
    try:
        raise ValueError([1])
    finally:
        return 'swallowed'
a = f('x')
b = g()
c = h()
d = swallow()
print(a, b, c, d)
