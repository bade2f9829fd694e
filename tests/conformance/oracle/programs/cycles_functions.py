import gc
def outer():
    def inner(n):
        return inner(n - 1) if n else 'end'
    return inner(2)
a = outer()
x = gc.collect()
def make():
    box = []
    def get():
        return box
    box.append(get)
    return get
g = make()
same = g()[0] is g
g = None
y = gc.collect()
class Local:
    pass
Local.me = Local()
del Local
z = gc.collect()
def gen():
    yield me
me = gen()
next(me)
del me
w = gc.collect()
print(a, x, y, z, w, same)
