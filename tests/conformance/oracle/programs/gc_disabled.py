import gc
gc.disable()
class N:
    pass
def make():
    n = N()
    n.me = n
make()
make()
on = gc.isenabled()
gc.enable()
x = gc.collect()
gc.set_threshold(0)
make()
y = gc.collect()
print(on, x, y, gc.garbage)
