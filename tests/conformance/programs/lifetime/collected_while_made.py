# Collections that run while other things are half made, and callbacks that allocate while one runs.
import gc

log = []


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def watch(phase, info):
    kept = [[phase], {}, (phase, [])]
    seen[phase] = seen.get(phase, 0) + len(kept)


seen = {}
gc.callbacks.append(watch)
for threshold in range(1, 4):
    gc.set_threshold(threshold, 0, 0)
    for make in (lambda a: map(len, [a]), lambda a: zip([a], [a]), lambda a: map(max, [a], (a,)),
                 lambda a: (a, [a], [[a]]), lambda a: filter(None, [a]), lambda a: enumerate([[a]])):
        ring = [make(A("a"))]
        ring.append(ring)
        del ring
gc.set_threshold(700, 10, 10)
gc.callbacks.remove(watch)
gc.collect()
print(len(log), seen["start"] == seen["stop"], seen["start"] > 9)
