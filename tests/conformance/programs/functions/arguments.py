def describe(name, age=30, city="Rome"):
    print(name, age, city)


describe("Ann")
describe("Bob", 25)
describe("Cid", city="Oslo")
describe(age=1, name="Dee")
describe("Eve", 2, "Bern")


def power(base, exponent=2):
    return base ** exponent


print(power(3), power(2, 10), power(exponent=3, base=2))
default = 5


def use(value=default):
    return value


default = 99
print(use(), use(default))


def area(width, height=None):
    if height is None:
        height = width
    return width * height


print(area(4), area(4, 5))
x = 1


def change(x):
    x = x + 1
    return x


print(change(x), x)
