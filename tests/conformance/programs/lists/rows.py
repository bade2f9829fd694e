rows = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*rows)), rows[1][-1])
bad = [[0] * 3] * 2
bad[0][0] = 1
print(bad, bad[0] is bad[1])
good = []
for _ in range(2):
    good.append([0] * 3)
good[0][0] = 1
print(good, good[0] is good[1])
for i, row in enumerate(rows):
    for j, value in enumerate(row):
        print(i, j, value, sep=",", end=" ")
    print()
total = 0
for row in rows:
    total += sum(row)
print(total, max(max(rows)), list(map(sum, rows)), list(map(max, rows)))
for row in rows:
    for value in row:
        if value % 2 == 0:
            row.remove(value)
print(rows)
print(rows[1][2])
