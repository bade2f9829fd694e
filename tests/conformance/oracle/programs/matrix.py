def transpose(m):
    return [[row[i] for row in m] for i in range(len(m[0]))]
def multiply(a, b):
    out = []
    for row in a:
        line = []
        for column in zip(*b):
            line.append(sum(x * y for x, y in zip(row, column)))
        out.append(line)
    return out
m = [[10, 20], [30, 40]]
t = transpose(m)
p = multiply(m, t)
m[0] = m[1]
m[1][0] = 0
del t
flat = [x for row in p for x in row]
print(m, flat)
