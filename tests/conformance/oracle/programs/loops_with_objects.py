results = []
for i in range(3):
    for j in range(2):
        if j > i:
            continue
        results.append((i, j))
pairs = [('a', 1), ('b', 2)]
for name, value in pairs:
    entry = {name: value}
for k in {'x': 1, 'y': 2}:
    last = k
n = 0
while True:
    n += 300
    box = [n]
    if n > 800:
        break
for ch in 'hey':
    up = ch.upper()
for row in [[1, 2], [3, 4]]:
    row[0] = row
    row[0] = None
print(results, entry, last, box, up, row)
