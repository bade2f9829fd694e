import gc
gc.set_threshold(5, 2, 2)
kept = []
for i in range(20):
    kept.append([i])
    kept.append([kept])
gc.set_threshold(700)
t = gc.get_threshold()
del kept[:]
print(t, gc.isenabled())
