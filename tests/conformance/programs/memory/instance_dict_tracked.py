# When the collector tracks the dictionary of an instance, and what a collection counts then.
import gc


class Box:
    pass


a = Box()
print(gc.is_tracked(a.__dict__))
a.number = 1
print(gc.is_tracked(a.__dict__))
a.items = []
print(gc.is_tracked(a.__dict__))
b = Box()
b.items = []
print(gc.is_tracked(vars(b)))
c = Box()
vars(c)["items"] = []
print(gc.is_tracked(vars(c)))
d = vars(b)
del b
print(gc.is_tracked(d))
gc.collect()
e = Box()
e.me = e
print(gc.is_tracked(vars(e)))
del e
print(gc.collect())
f = Box()
f.space = vars(f)
del f
print(gc.collect())
g = Box()
vars(g)
g.me = g
del g
print(gc.collect())
