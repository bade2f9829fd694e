# Where a collection starts that has become due: from 3.12 on behind calls and loops, but not behind the quick ones.
import gc
gc.collect()
gc.set_threshold(10)
def f(n):
    out = []
    keep = []
    add = keep.append
    for i in range(n):
        keep.append([i]); out.append(gc.get_count()[0])
    for i in range(n):
        add([i])
        out.append(gc.get_count()[0])
    return out
def g(n):
    out, keep = [], {}
    for i in range(n):
        keep[i] = [i]
        len(keep)
        out.append(gc.get_count()[0])
        isinstance([i], list)
        type([])
        out.append(gc.get_count()[0])
    return out
def h(n):
    out = []
    for i in range(n):
        a = [[j] for j in range(3)]
        out.append(a); x = len([[1]])
        out.append(gc.get_count()[0])
        y = sorted([[2], [1]])
        out.append(gc.get_count()[0])
        out.append([str(i)])
    return [o for o in out if isinstance(o, int)]
print(f(12))
print(f(12))
print(g(12))
print(h(12))
print(gc.get_count()[1:])
