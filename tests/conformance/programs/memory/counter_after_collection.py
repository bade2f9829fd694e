import gc

gc.collect()
print(gc.get_count())
print(gc.get_count())
a = []
print(gc.get_count())
b = {}
print(gc.get_count())
c = (a, b)
print(gc.get_count())
d = [c, c]
e = {1, 2, 3}
print(gc.get_count())
del a, b, c, d, e
print(gc.get_count())
