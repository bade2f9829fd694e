# What dies gives its place to the next object of its kind.
print(id([]) == id([]))
a = [1, 2, 3]
place = id(a)
del a
b = ["x"]
print(id(b) == place)


class Thing:
    def __init__(self, name):
        self.name = name


t = Thing("first")
place = id(t)
t = None
u = Thing("second")
print(id(u) == place)
first = [1]
second = [2]
print(id(first) == id(second))
p1 = id(first)
p2 = id(second)
first = [3]
print(id(first) == p1, id(first) == p2)
xs = [1]
same = id(xs)
xs += [2]
xs.append(3)
xs[:] = []
print(id(xs) == same)
xs = xs + [4]
print(id(xs) == same)
d = {}
before = id(d)
for i in range(100):
    d[i] = i
print(id(d) == before)
