import sys

x = [0]
rows = [x] * 5
print(sys.getrefcount(x))
rows.append(x)
rows.extend([x, x])
rows.insert(0, x)
print(sys.getrefcount(x))
copy = rows[:]
print(sys.getrefcount(x))
del rows[0:4]
print(sys.getrefcount(x))
rows += copy
print(sys.getrefcount(x))
del copy, rows
print(sys.getrefcount(x))
d = {}
for i in range(5):
    d[i] = x
print(sys.getrefcount(x))
values = list(d.values())
print(sys.getrefcount(x))
d.pop(0)
del d[1]
d[2] = None
print(sys.getrefcount(x))
del values
d.clear()
print(sys.getrefcount(x))
pair = (x, (x, x))
print(sys.getrefcount(x))
a, (b, c) = pair
print(sys.getrefcount(x), sys.getrefcount(pair))
