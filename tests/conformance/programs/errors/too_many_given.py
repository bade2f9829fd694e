def one(a):
    return a


def between(a, b=1, c=2):
    return a + b + c


print(one(1), between(1), between(1, 2, 3))
print(between(1, 2, 3, 4))
