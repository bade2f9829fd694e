def echo():
    got = None
    while True:
        got = yield got
        if got is None:
            break
        got = [got]
g = echo()
a = next(g)
b = g.send(1)
c = g.send(b)
try:
    g.send(None)
except StopIteration as stop:
    d = stop.value
h = echo()
next(h)
h.close()
k = echo()
next(k)
k.send([5])
del k
print(a, b, c, d)
