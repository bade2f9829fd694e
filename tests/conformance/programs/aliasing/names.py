a = [1, 2, 3]
b = a
c = a[:]
d = list(a)
b.append(4)
print(a, b, c, d)
print(a is b, a is c, a == c, id(a) == id(b), id(c) == id(d))
a = [0]
print(a, b)
b = None
print(b is None, b == None)
x = 300
y = x
print(x is y, id(x) == id(y))
x += 1
print(x, y, x is y)
s = "hi"
t = s
print(s is t)
s = s + "!"
print(s, t, s is t)
row = [0, 0]
grid = [row, row, row]
grid[0][0] = 5
print(grid, grid[0] is grid[2])
shallow = grid[:]
shallow[0] = "new"
shallow[1].append(7)
print(grid, shallow)
