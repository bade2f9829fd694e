import gc
gc.disable()
gc.collect() >= 0
gc.get_count()[1:]
a = []
a.append(a)
del a
gc.collect()
class Node:
    pass

n = Node()
n.me = n
del n
gc.collect()
_
p, q = Node(), Node()
p.q, q.p = q, p
del p, q
gc.collect()
gc.collect()
