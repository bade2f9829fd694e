x = 1000
def f(): return x is 1000

f()
def g():
    y = 1000
    z = 1000
    return y is z

g()
def h(a, b): return a is b

h(1000, 1000)
h(x, 1000)
h("a b", "a b")
h(1.25, 1.25)
h((1, 2), (1, 2))
h([], [])
h("abc", "abc")
h(10 ** 3, 10 ** 3)
import sys
sys.getrefcount(x)
f.__code__.co_consts
