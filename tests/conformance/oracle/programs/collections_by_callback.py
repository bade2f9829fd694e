import gc
class N: pass
def mk():
    a = N()
    a.me = a
seen = []
def note(phase, info):
    if phase == 'stop':
        seen.append(info['generation'])
gc.callbacks.append(note)
gc.set_threshold(150, 2, 2)
for i in range(90):
    mk()
gc.callbacks.remove(note)
print(seen, gc.get_count())
