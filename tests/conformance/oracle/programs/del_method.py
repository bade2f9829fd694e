log = []
class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        log.append(self.name)
a = Noisy('a')
b = a
del a
b = None
Noisy('temporary')
items = [Noisy('x'), Noisy('y')]
items[0] = 1
del items
def f():
    local = Noisy('local')
    return 1000
r = f()
c = Noisy('c')
c = Noisy('d')
c.other = Noisy('e')
del c
print(log)
