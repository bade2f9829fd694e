class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A(1); a = None
def f():
    x = A(2); y = A(3)
    print('leaving')
f()
l = [A(4), A(5)]; del l
d = {'a': A(6), 'b': A(7)}; d.clear()
A(8)
print('tmp')
x = A(9); y = x; del x; print('still'); del y
def g(a): print('in g')
g(A(10)); print('after g')
b = A(11); b.self = b; del b
import gc; print(gc.collect())
print('end')
keep = A(12)
keep2 = [A(13)]
def func(): return keep
class R:
    def __del__(self): global res; res = self; print('res')
r = R(); del r; print(type(res).__name__); del res; print('gone')
try:
    z = A(14); raise ValueError
except ValueError: pass
print(A(15).n, A(16).n)
