def third(z):
    a = z * 2
    return a


def second(y):
    b = third(y + 1)
    return b + 1


def first(x):
    return (second(x) +
            second(x + 1))


def counted():
    counted.calls += 1
    return counted.calls


print(first(1))
counted.calls = 0
counted()
counted()
print(counted.calls, counted())
x = 10


def shown():
    x = 20
    return x + globals()["x"]


print(shown(), x)
first("a")
