def integer(a, b):
    return a // b


print(integer(7, 2), 7.5 // 2)
x = 10 % 3
y = x - 1
print(x, y)
print(x % y)
