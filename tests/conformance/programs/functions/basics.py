def greet(name):
    print("Hello,", name)


def add(a, b):
    return a + b


def nothing():
    pass


def early(n):
    if n < 0:
        return "negative"
    if n == 0:
        return
    return "positive"


greet("Ada")
print(add(2, 3), add("a", "b"), add([1], [2]))
print(nothing(), early(-1), early(0), early(1))
print(add(add(1, 2), add(3, 4)))
plus = add
print(plus(10, 20), plus is add)
functions = [add, early]
print(functions[0](1, 1), functions[1](5))
result = greet("Bob")
print(result)
print(type(add), type(print), type(len))
