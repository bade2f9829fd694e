x = 1
y = x
del x
print(y)
xs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
del xs[0]
print(xs)
del xs[-1]
print(xs)
del xs[2:5]
print(xs)
del xs[::2]
print(xs)
del xs[:]
print(xs)
d = {"a": 1, "b": 2, "c": 3}
del d["b"]
print(d)
p, q, r = 1, 2, 3
del p, q
print(r)


class Point:
    pass


point = Point()
point.x = 3
point.y = 4
del point.x
print(point.y)
point.x = 7
print(point.x, point.y)
