# A name is bound to an object; binding it again leaves the object as it was.
a = 2
first = id(a)
print(first == id(2))
a = a + 1
print(a, id(a) == first, id(a) == id(3))
b = 2
print(id(b) == first)
text = "hello"
before = id(text)
text = text + " world"
print(text, id(text) == before)
numbers = [1, 2, 3]
before = id(numbers)
numbers.append(4)
print(numbers, id(numbers) == before)
numbers = numbers + [5]
print(numbers, id(numbers) == before)
numbers += [6]
print(numbers)


def rebind(value):
    mine = id(value)
    value = value + 1
    return mine == id(value)


print(rebind(10), rebind(10 ** 20), a)
x = 10
y = x
x = 20
print(x, y, id(x) == id(y))
