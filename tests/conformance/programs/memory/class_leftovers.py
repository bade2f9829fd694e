"""A class statement leaves tuples in the free lists, which later allocations take uncounted."""
import gc

gc.disable()
gc.collect()
a = gc.get_count()[0]
x = [[] for _ in range(50)]
b = gc.get_count()[0]
print(b - a)
a = gc.get_count()[0]
y = [object() for _ in range(20)]
b = gc.get_count()[0]
print(b - a)
a = gc.get_count()[0]
z = [i * 1.5 for i in range(20)]
b = gc.get_count()[0]
print(b - a)
class K: pass
ks = []
a = gc.get_count()[0]
for i in range(10): ks.append(K())
print(gc.get_count()[0] - a)
a = gc.get_count()[0]
for k in ks: k.v = 1
print(gc.get_count()[0] - a)
a = gc.get_count()[0]
t = [(i, i) for i in range(10)]
print(gc.get_count()[0] - a)
a = gc.get_count()[0]
d = [{} for i in range(10)]
print(gc.get_count()[0] - a)
a = gc.get_count()[0]
d = [{} for i in range(10)]
print(gc.get_count()[0] - a)
