import sys
def f(x):
    return sys.getrefcount(x)

f(1000)
n = 1000
f(n)
f("some words here")
f([])
f(f)
def g():
    return 1000

g() is g()
n is g()
def h(): return 1000

g() is h()
sys.getrefcount(g())
g.__code__.co_consts
def k(a=1000):
    b = 1000
    return a is b

k()
k(1000)
