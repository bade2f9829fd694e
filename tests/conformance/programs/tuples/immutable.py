t = (1, [2, 3], "four")
t[1].append(99)
print(t)
inner = t[1]
inner.clear()
print(t, len(t))
a = (1, 2)
b = a
a += (3,)
print(a, b, a is b)
copy = tuple(b)
print(copy is b, b[:] is b)
t[1] = []
