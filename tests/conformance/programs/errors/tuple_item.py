points = [(1, 2), (3, 4)]
x, y = points[0]
print(x + y)
points[0] = (5, 6)
print(points)
points[1] += (7,)
print(points)
total = 0
for x, y in points[:1]:
    total += x * y
print(total)
points[0][1] = 5
