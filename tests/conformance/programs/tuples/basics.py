point = (3, 4)
x, y = point
print(point, x, y, len(point))
print((), (1,), 1, (1, 2), ((1, 2), 3))
single = 5,
print(single, type(single))
print(point + (5,), point * 2, point[0], point[-1], point[::-1])
print(3 in point, point.index(4), point.count(3))
print((1, 2) == (1, 2), (1, 2) < (1, 3))
names = ("Ann", "Bob")
ages = (30, 25)
print(list(zip(names, ages)), dict(zip(names, ages)))
print(tuple([1, 2]), tuple("abc"), tuple(range(3)), list((1, 2)))
locations = {(0, 0): "origin", (1, 0): "east"}
print(locations[(0, 0)], locations[1, 0])


def min_max(values):
    return min(values), max(values)


low, high = min_max([4, 1, 9])
print(low, high, min_max((2, 2)))
