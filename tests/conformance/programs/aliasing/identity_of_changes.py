x = 5
y = 5
print(id(x) == id(y))
x += 1
print(id(x) == id(y), id(6) == id(x))

text = "hi"
before = id(text)
text += "!"
print(id(text) == before)

items = [1]
before = id(items)
items += [2]
items.append(3)
items[0] = 9
print(id(items) == before)
items = items + [4]
print(id(items) == before, items)

pair = (1,)
before = id(pair)
pair += (2,)
print(id(pair) == before)

table = {}
before = id(table)
table["a"] = 1
table.update(b=2)
table |= {"c": 3}
print(id(table) == before, table)

unique = {1}
before = id(unique)
unique.add(2)
unique |= {3}
print(id(unique) == before)
