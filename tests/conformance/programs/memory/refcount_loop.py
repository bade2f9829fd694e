import sys

x = ["item"]
for item in [x, x]:
    print(sys.getrefcount(x), sys.getrefcount(item))
print(sys.getrefcount(x))
item = None
print(sys.getrefcount(x))
table = {"one": x, "two": x}
for key in table:
    value = table[key]
    print(key, sys.getrefcount(x))
for key, value in table.items():
    print(key, sys.getrefcount(x))
del value, table
print(sys.getrefcount(x))
numbers = [x]
i = 0
while i < 3:
    numbers.append(numbers[i])
    i += 1
    print(sys.getrefcount(x))
