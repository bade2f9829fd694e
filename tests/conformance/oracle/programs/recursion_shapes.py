def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)
def depth(t):
    if not t:
        return 0
    return 1 + max(depth(x) for x in t)
def build(n):
    return [build(n - 1)] * 2 if n else []
def collect(n, into=None):
    if into is None:
        into = []
    if n:
        into.append([n])
        collect(n - 1, into)
    return into
a = fact(6)
b = build(3)
c = depth(((), ((),)))
d = collect(3)
e = fact(15)
print(a, c, d, e, len(b))
