import weakref
class Thing:
    pass
log = []
def gone(ref):
    log.append('gone')
a = Thing()
r = weakref.ref(a)
s = weakref.ref(a)
t = weakref.ref(a, gone)
b = r()
same = r is s, b is a
n = weakref.getweakrefcount(a)
del a
b = None
dead = r() is None
c = Thing()
u = weakref.ref(c, gone)
del u
c = None
print(same, n, dead, log)
