first, second = [1], [2]
first, second = second, first
(a, b), c = (first, second), [3]
head, *rest = [a, b, c]
*init, last = rest
for i, (x, y) in enumerate([(1, [1]), (2, [2])]):
    kept = x, y
x, *middle, z = 'abcdef'
[p, q] = {'k': 1, 'l': 2}
del head, a
first = second = None
print(rest, init, last, middle, p, q, kept)
