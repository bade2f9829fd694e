import gc
log = []
class Noisy:
    def __init__(self, name):
        self.name = name
        self.me = self
    def __del__(self):
        log.append(self.name)
a = Noisy('a')
del a
x = gc.collect()
p = [Noisy('p')]
p[0].holder = p
p = None
y = gc.collect()
z = gc.collect()
print(log, x, y, z)
