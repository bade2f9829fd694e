import gc
a = [1000]
b = {'k': a}
c = (a, b)
r = gc.get_referents(c)
del r
n = len(gc.get_referents(b))
class C:
    pass
o = C()
o.a = a
m = [x is a for x in gc.get_referents(a, c)]
h = any(x is b for x in gc.get_referrers(a))
del b
print(n, m, h)
