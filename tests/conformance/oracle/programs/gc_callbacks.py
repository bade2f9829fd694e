import gc
seen = []
def note(phase, info):
    seen.append((phase, info['generation']))
gc.callbacks.append(note)
a = []
a.append(a)
del a
n = gc.collect()
m = gc.collect(0)
gc.callbacks.remove(note)
k = gc.collect(1)
print(n, m, k, seen)
