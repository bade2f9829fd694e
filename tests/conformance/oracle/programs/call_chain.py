def one(x):
    y = [x]
    return two(y, y)
def two(a, b):
    c = a
    del a
    return three(c, b=b)
def three(x, *, b, k=None):
    z = x, b, k
    return z
r = one('v')
s = one(r)
del r
r = one(s)[0]
s = None
print(len(r))
