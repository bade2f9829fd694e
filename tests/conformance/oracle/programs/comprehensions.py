base = [[1], [2], [3]]
a = [x for x in base]
b = [x[0] * 1000 for x in base if x[0] > 1]
c = {x[0]: x for x in base}
d = {str(x) for x in range(3)}
e = [[y for y in x] for x in base]
f = [(x, y) for x in 'ab' for y in [1, 2]]
def inside(items):
    k = [0]
    return [(k, item) for item in items]
g = inside(base[:2])
h = list(x for x in base if x != [2])
i = any(x == [1] for x in base)
del base
a.pop()
print(b, c, sorted(d), f, len(g), h, i)
