import gc
log = []
def cb(phase, info):
    if phase == "stop": log.append((info["generation"], info["collected"]))
class N: pass
gc.collect(); gc.disable()
gc.set_threshold(100, 5, 5)
gc.callbacks.append(cb)
gc.enable()
keep = []
for i in range(1000):
    a = N(); a.me = a
    if i % 3 == 0: keep.append(a)
gc.disable()
gc.callbacks.remove(cb)
print(len(log), [g for g, c in log], sum(c for g, c in log))
print(log)
print(gc.collect())
