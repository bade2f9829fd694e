import gc

gc.collect()
x = gc.get_count()
a = [1]
b = [2]
c = [3]
y = gc.get_count()
print(x, y)
gc.collect()
d = {"a": 1}
e = {1, 2}
f = (x, y)
g = 12345.5
h = "text" + str(x)
z = gc.get_count()
print(z)
gc.collect(0)
i = gc.get_count()
gc.collect(0)
j = gc.get_count()
gc.collect(1)
k = gc.get_count()
gc.collect()
l = gc.get_count()
print(i, j, k, l)
