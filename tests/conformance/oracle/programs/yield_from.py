def leaf(n):
    yield [n]
    got = yield n + 1
    return [got]
def trunk():
    result = yield from leaf(1000)
    yield result
    yield from [7, 8]
    yield from (c for c in 'xy')
t = trunk()
a = next(t)
b = next(t)
c = t.send('sent')
d = next(t)
e = list(t)
u = trunk()
next(u)
u.close()
del t
print(a, b, c, d, e)
