x = [1, 2, 3]
y = [4, 5, 6]
z = y
y = x
x = z
print(x, y, z, x is z)

x = [1, 2, 3]
y = x
x.append(4)
y.append(5)
z = [1, 2, 3, 4, 5]
x.append(6)
y.append(7)
y = "hello"
print(x, y, z)


def shown(items):
    items.append("shown")
    print(items)


def passed_on(items):
    items.append("passed on")
    shown(items)


passed_on(x)
passed_on(z)
print(len(x), len(z))
