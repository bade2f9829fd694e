# Collections that __del__ brings about while a container lets go of its items: the next ones are still held.
import gc


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        kept = [[[]] for i in range(20)]
        print('~' + self.name, end=' ')


gc.set_threshold(2, 1, 1)
a = [D('a1'), D('a2'), D('a3')]
a.clear()
print()
b = [D('b1'), D('b2'), D('b3'), D('b4')]
del b[1:3]
print('-', end=' ')
b[:] = [D('b5')]
print('-', end=' ')
b = None
print()
c = {D('k1'): D('v1'), D('k2'): D('v2')}
c.clear()
print()
d = {1: D('d1'), 2: D('d2'), 3: D('d3')}
d.clear()
print()
e = (D('e1'), [D('e2'), D('e3')])
e = None
print()
