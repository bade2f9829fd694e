import gc

print(gc.collect())
a = []
a.append(a)
del a
print(gc.collect())
a = [1]
b = [2]
a.append(b)
b.append(a)
del a
print(gc.collect())
del b
print(gc.collect())
d = {}
d["me"] = d
d = None
print(gc.collect())
x = [[], []]
x[0].append(x[1])
x[1].append(x)
x = 0
print(gc.collect())
plain = [[1], [2]]
del plain
print(gc.collect(), gc.collect())
