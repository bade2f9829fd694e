def add(item, box=[]):
    box.append(item)
    return box
a = add(1)
b = add(2)
c = add(3, [])
def count(n, seen={}, *, step=[1]):
    seen[n] = step
    return len(seen)
x = count(5)
y = count('k', step=[2])
add.__defaults__ = ([9],)
d = add(4)
del a
del add
print(b, c, d, x, y)
