a = 1
b = [2, 3]
c = {"x": 4}
print(a + b[0] * c["x"] - a)
print(a + b[0] * c["x"] - b[1] ** (a - 1) / (b[1] - 3))
