a = [] or [1]
b = a and a[0]
c = None if b else a
d = a if b else c
e = 1 < b + 1 < 3
f = not a
g = a == [1] and 'same'
h = a is d
i = [x or 'none' for x in (0, [2], None)]
j = {} or None or (1000,)
k = b in a
def pick(x, y):
    return x or y
l = pick([], 'second')
m = pick(a, None)
if m and not f:
    o = [m]
print(a, b, c, e, f, g, h, i, j, k, l)
