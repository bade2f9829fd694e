a = b = c = 0
a += 1
print(a, b, c)
x = y = []
x.append(1)
print(x, y, x is y)
p = q = [1, 2, 3]
p = p + [4]
print(p, q)
i = 0
numbers = [10, 20, 30]
i = numbers[i] = 2
print(i, numbers)
first, second = third = (1, 2)
print(first, second, third)
d = {}
key = d["key"] = "value"
print(key, d)
