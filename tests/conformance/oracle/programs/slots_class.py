class Pair:
    __slots__ = ('left', 'right')
    def __init__(self, left, right):
        self.left = left
        self.right = right
class Named(Pair):
    def __init__(self, name):
        Pair.__init__(self, name, [name])
        self.name = name
p = Pair([1], None)
p.right = p
n = Named('n')
n.right.append(n)
del p.right
p = None
n.extra = 1.5
del n.left
try:
    Pair(1, 2).other = 3
except AttributeError as e:
    text = str(e)
import gc
gc.collect()
print(n.name, text)
