import sys

items = []
for n in range(20):
    items.append(n)
print(sys.getsizeof(items), sys.getsizeof(list(items)), sys.getsizeof(items[:]))
print(sys.getsizeof(items * 2), sys.getsizeof(items + items), sys.getsizeof([0] * 20))
print(sys.getsizeof(sorted(items)), sys.getsizeof(list(range(20))), sys.getsizeof(tuple(items)))
print(sys.getsizeof(list("abc")), sys.getsizeof("a b c".split()), sys.getsizeof(list({1, 2, 3})))
items.pop()
print("pop", sys.getsizeof(items))
items.insert(0, 9)
print("insert", sys.getsizeof(items))
items.extend(range(7))
print("extend", sys.getsizeof(items))
del items[:10]
print("del", sys.getsizeof(items))
items[2:4] = range(10)
print("slice", sys.getsizeof(items))
items += [1, 2, 3]
print("+=", sys.getsizeof(items))
items *= 2
print("*=", sys.getsizeof(items))
while len(items) > 3:
    items.pop()
print("emptied", sys.getsizeof(items))
items.clear()
print("clear", sys.getsizeof(items))
