items = list(range(40, 60))
while len(items) > 3:
    items.pop()
items.clear()
items.extend(['a', 'b'])
items.insert(0, 'c')
items.insert(1, items)
items.remove('a')
items.reverse()
del items[0]
items[:] = [[], [], []]
items[1:2] = (1.5, 2.5, 3.5)
items *= 2
del items[::2]
items += 'xy'
copy = items[:]
items.clear()
print(len(copy), items)
