x = {"a": 1}
y = [1]
print(x == y, x != y)
print(x - y)
