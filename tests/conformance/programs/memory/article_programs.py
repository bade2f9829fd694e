import sys
a = [1, 2, 3]
b = a
c = b
print(id(a) == id(b) == id(c), sys.getrefcount(a))
del a
print(sys.getrefcount(b))
del b
print(sys.getrefcount(c), c)
age = 20; score = 20
print(id(age) == id(score)); age = 21; print(id(age) == id(score), age is score)
n1 = "Bob the builder"; n2 = n1; n3 = n2
print(sys.getrefcount(n1)); n2 = "x"; print(sys.getrefcount(n1)); n3 = 10; print(sys.getrefcount(n1))
def func(v):
    print(sys.getrefcount(v)); return v
func(1234); func([1]); func("a string!"); q = 1234; func(q); w = [1]; func(w); e = "a string!"; func(e)
z = [0] * 10; print(sys.getsizeof(z), z[0] is z[9]); g = [[]] * 10; g[0].append(1); print(g, sys.getrefcount(g[0]))
class Hero: pass
class Sidekick: pass
def team():
    h = Hero(); s = Sidekick(); h.s = s; s.h = h; print(sys.getrefcount(h), sys.getrefcount(s))
team()
import gc
print(gc.collect() > 0, gc.get_threshold()[1:], gc.isenabled())
x = [10]; y = [x]; x.append(y); print(sys.getrefcount(x), sys.getrefcount(y)); del x, y; print(gc.collect())
for v in (bool(), True, False, int(), 0, 1, -2, 2*10**307, 0.0, 1e-300, 3.14, [], [1], [2, 3], ["x" * 1000], set(), {1}, {"a" * 100, "b" * 50}, set(range(1, 10)), dict(), {1: -1}, dict(zip(range(9), range(9)))): print(sys.getsizeof(v), end=" ")
print()
sl = z[2:5]; print(sl is z, sl == z[2:5], sys.getsizeof(sl)); full = z[:]; print(full is z)
s = ""
for i in range(5): s += str(i); print(sys.getsizeof(s), end=" ")
t = "".join(str(i) for i in range(5)); print(s == t, s is t, sys.getsizeof(t))
for l, tp in (([], ()), ([1], (1,)), ([1, 2, 3], (1, 2, 3))): print(sys.getsizeof(l), sys.getsizeof(tp))
