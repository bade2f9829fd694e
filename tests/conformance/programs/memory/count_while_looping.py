import sys

rows = [[], [], []]
for i, row in enumerate(rows):
    row.append(i)
    print(i, sys.getrefcount(row), sys.getrefcount(rows))
print(sys.getrefcount(row), sys.getrefcount(rows[0]))
walk = iter(rows)
print(sys.getrefcount(rows))
first = next(walk)
print(sys.getrefcount(first), sys.getrefcount(walk))
rest = list(walk)
print(sys.getrefcount(rows), sys.getrefcount(rest[0]))
back = reversed(rows)
pairs = zip(rows, rows)
lengths = map(len, rows)
print(sys.getrefcount(rows), list(lengths), len(list(pairs)), len(list(back)))
print(sys.getrefcount(rows), sys.getrefcount(rows[2]))
a, b, c = sorted(rows)
a, b = b, a
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(c))
for pair in zip(rows, "abc"):
    print(sys.getrefcount(pair), sys.getrefcount(pair[0]))
for name, row in {"x": a, "y": c}.items():
    print(name, sys.getrefcount(row))
