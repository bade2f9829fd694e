import gc
class N: pass
gc.collect()
gc.set_threshold(4, 2, 2)
keep = []
a = N()
print(gc.get_count()[0] < 100)
for i in range(12):
    n = N()
    n.me = n
    keep.append([n])
    print(i, gc.get_count())
def make(k):
    x = N()
    x.other = N()
    x.other.other = x
    return k
for i in range(6):
    make(i)
    print(gc.get_count())
b = [{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}]
c = 1
print(gc.get_count())
gc.set_threshold(700, 10, 10)
