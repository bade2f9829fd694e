import sys
rows = [[], []]
def n(): return sys.getrefcount(rows)
r = reversed(rows); list(r); print('reversed', n()); del r
r = zip(rows, rows); list(r); print('zip', n()); del r
r = map(len, rows); list(r); print('map', n()); del r
r = iter(rows); list(r); print('iter', n()); del r
r = reversed(rows)
for x in r: pass
print('reversed for', n()); del r
r = reversed(rows); next(r), next(r), next(r, 0); print('reversed next', n()); del r
r = enumerate(rows); list(r); print('enumerate', n()); del r
r = iter(rows); next(r), next(r), next(r, 0); print('iter next', n()); del r
t = (1, 2)
def m(): return sys.getrefcount(t)
r = reversed(t); list(r); print('reversed tuple', m()); del r
r = iter(t); list(r); print('iter tuple', m()); del r
r = filter(None, rows); list(r); print('filter', n())
import operator, copy
l = [1, 2, 3]
r = reversed(l); next(r); del l[1:]; print(list(r), operator.length_hint(r)); l += [4, 5, 6]; print(list(r), operator.length_hint(r), r.__reduce__()[0].__name__, list(copy.copy(r)))
r = reversed(l); list(r); print(r.__reduce__()[0].__name__, r.__reduce__()[1:], list(copy.copy(r)), sys.getrefcount(l))
r = iter(l); list(r); print(r.__reduce__(), sys.getrefcount(l))
for s in ([1], (1,), 'a'):
    r = reversed(s); next(r); print(r.__reduce__()); list(r); print(r.__reduce__())
