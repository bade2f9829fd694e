import gc
a = [[1]]
gc.collect()
gc.freeze() if hasattr(gc, 'freeze') else None
b = [a]
n = gc.collect()
x = []
x.append(x)
del x
m = gc.collect()
gc.unfreeze() if hasattr(gc, 'unfreeze') else None
k = gc.collect()
print(n, m, k)
