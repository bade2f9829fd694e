spam = 42
cheese = spam
spam = 100
print(spam, cheese, spam is cheese)

spam = [0, 1, 2, 3]
cheese = spam
cheese[1] = "changed"
print(spam, cheese, id(spam) == id(cheese))

cheese = spam[:]
cheese[1] = 42
print(spam, cheese, id(spam) == id(cheese))

a = b = c = 10
print(a is b is c)
b += 1
print(a, b, c)

first = second = []
second.append(1)
second = second + [2]
print(first, second)
