a = 5
b = 10
temp = a
a = b
b = temp
print(a, b)
a, b = b, a
print(a, b)
x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
items = [1, 2, 3, 4]
items[0], items[-1] = items[-1], items[0]
print(items)
i, items[i] = 2, "two"
print(i, items)
(p, q), r = (1, 2), 3
print(p, q, r)
[s, t] = "hi"
print(s, t)
one, = [1]
print(one)
for n, (u, v) in [(1, (2, 3)), (4, (5, 6))]:
    print(n, u, v, n + u + v)
