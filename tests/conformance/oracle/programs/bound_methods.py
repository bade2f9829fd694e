class Bell:
    def __init__(self):
        self.rung = []
    def ring(self, n):
        self.rung.append(n)
        return n
b = Bell()
m = b.ring
x = m(1)
b.me = m
b2 = m.__self__
del b2
ms = [b.ring, Bell.ring]
y = ms[1](b, 2000)
append = b.rung.append
append([3])
up = 'text'.upper
z = up()
del b.me
b = None
m = None
ms.clear()
w = len(append.__self__)
table = {'ring': Bell().ring}
v = table['ring']('v')
del table
print(x, y, z, w, v)
