# Callbacks, statistics and counters of collections.
import gc

events = []


def note(phase, info):
    events.append((phase, info["generation"], info["collected"]))


gc.collect()
gc.callbacks.append(note)
a = []
a.append(a)
del a
gc.collect(0)
gc.collect(1)
b = {}
b["b"] = b
b = None
gc.collect()
gc.callbacks.remove(note)
gc.collect()
print(events)
stats = gc.get_stats()
gc.collect()
after = gc.get_stats()
print([new["collections"] - old["collections"] for new, old in zip(after, stats)])
gc.set_threshold(5, 2, 2)
counts = []
keep = []
for i in range(30):
    keep.append([i])
    counts.append(gc.get_count()[1])
print(counts)
gc.set_threshold(700, 10, 10)
gc.freeze() if hasattr(gc, "freeze") else None
x = []
x.append(x)
del x
print(gc.collect(), gc.get_freeze_count() > 0 if hasattr(gc, "get_freeze_count") else True)
