# What dicts make room for when they are filled from others.
import sys
def mk(n, dele):
    d = {}
    for i in range(n): d['k%d' % i] = i
    for i in dele: del d['k%d' % i]
    return d
for n in (1, 3, 5, 6, 8, 10, 11, 20):
    for dele in ((), (0,), (0, 1), tuple(range(n - 1)), tuple(range(1, n)), (n - 1,), tuple(range(0, n, 2))):
        if dele and max(dele) >= n: continue
        d = mk(n, dele)
        e = {}; e.update(d)
        f = {'z': 1}; f.update(d)
        p = dict(d); 
        q = mk(n, ()); q.popitem()
        print(n, len(dele), [sys.getsizeof(x) for x in (d, dict(d), d.copy(), e, f, {**d}, dict(d, y=1), dict(q), q.copy())])
