def deco(f): return f
@deco
def g(a):
    b = 'got %s' % (a,)
    if a > 1:
        b = 'more %s' % (a,)
    else:
        b = 'less %s' % (a,)
    b = 'now %s' % (a,)
    for i in range(2):
        b = 'loop %s' % (i,)
    while a < 3:
        a += 1
    b = 'end %s' % (a,)
    c = 'x %s' % (a,) if a else 'y %s' % (b,)
    return 'a %s' % (
        a,)
def one(a): return 'a %s' % (a,)
x = g(1)
x = g(2)
x = one(x)
x = (lambda q: 'q %s' % (q,))(3)
def gen(n):
    yield 'n %s' % (n,)
x = list(gen(4))
class K:
    t = 'k %s' % (x,)
