# Generators in cycles: their frames are objects too, to 3.10.
import gc
def g():
    me = yield
    yield me
def h(x):
    yield x
for f in range(3):
    a = g(); next(a); a.send(a); del a
    print(gc.collect())
l = []
l.append(h(l))
next(l[0])
del l
print(gc.collect())
l = []
l.append(h(l))
del l
print(gc.collect())
def loop():
    it = (y for y in [1, 2])
    me = [it]
    next(it)
    me.append(me)
loop()
print(gc.collect())
def deep():
    try:
        1 / 0
    except ZeroDivisionError as e:
        x = e
        return 5
deep()
print(gc.collect())
class A:
    def run(self):
        yield self
a = A(); a.g = a.run(); next(a.g); del a
print(gc.collect())
