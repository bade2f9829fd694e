# Who holds a generator while it runs, by what asked it for its next value.
import itertools, sys

R = sys.getrefcount
step = itertools.count()
def me():
    print('rc', R(g))
    x = yield
    print('rc', R(g), x)
    x = yield
    print('rc', R(g), x)
    yield
    print('rc', R(g))
def over():
    yield from g
    print('over', R(o))
g = me(); print("--", next(step))
next(g)
g.send(5)
for i in g:
    pass
g = me(); print("--", next(step))
list(g)
g = me(); print("--", next(step))
list(map(str, g))
g = me(); print("--", next(step))
a, b, c = g
g = me(); print("--", next(step))
[x for x in g]
g = me(); print("--", next(step))
o = over()
for x in o: pass
g = me(); print("--", next(step))
sum(1 for x in g)
g = me(); print("--", next(step))
tuple(g)
g = me(); print("--", next(step))
max(g, key=id)
g = me(); print("--", next(step))
sorted(g, key=id)
g = me(); print("--", next(step))
dict.fromkeys(g)
g = me(); print("--", next(step))
set(g)
g = me(); print("--", next(step))
[*g]
g = me(); print("--", next(step))
print(*g)
g = me(); print("--", next(step))
list(zip(g, g))
g = me(); print("--", next(step))
l = []
l.extend(g)
g = me(); print("--", next(step))
l += g
g = me(); print("--", next(step))
any(g)
g.close()
def closer():
    try:
        yield 1
    finally:
        print('fin', R(g))
g = closer()
next(g)
g.close()
g = closer()
next(g)
try:
    g.throw(ValueError)
except ValueError:
    pass
g = closer()
z = list(g)
