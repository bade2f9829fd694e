import sys
r = sys.getrefcount
o = object()
for x in [o]: print(r(o), r(x))
for i, x in enumerate([o, o]): print(r(o))
for a, b in [(o, o)]: print(r(o))
for a, b in zip([o], [o]): print(r(o))
for k, v in {1: o}.items(): print(r(o))
for v in {1: o}.values(): print(r(o))
for k in {o}: print(r(o))
for v in (o, o): print(r(o))
for v in map(lambda q: q, [o]): print(r(o))
for v in filter(lambda q: r(q) > 0, [o]): print(r(o))
for v in reversed([o]): print(r(o))
for v in sorted([o]): print(r(o))
del x, a, b, v, k
print(r(o))
l = [o] * 3
for x in l: print(r(l), r(x))
for x in l[:]: print(r(l), r(x))
for x in iter(l): print(r(l), end=" ")
print([r(l) for x in l], [r(x) for x in l], [r(o) for _ in range(2)], {r(x) for x in l}, {i: r(x) for i, x in enumerate(l)}, list(r(x) for x in l))
while l:
    x = l.pop(); print(r(x), r(o), end=" ")
print()
def loop(seq):
    res = []
    for s in seq: res.append((r(s), r(seq)))
    return res
print(loop([o, o]), loop((o,)), loop(x for x in [o]))
