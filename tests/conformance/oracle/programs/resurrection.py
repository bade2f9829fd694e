import gc
saved = []
class Phoenix:
    def __init__(self):
        self.count = 0
    def __del__(self):
        self.count += 1
        saved.append(self)
a = Phoenix()
del a
b = saved.pop()
n = b.count
b = None
c = Phoenix()
c.me = c
c = None
x = gc.collect()
d = saved[-1]
del saved[:]
d.me = None
y = gc.collect()
print(n, d.count, x, y)
