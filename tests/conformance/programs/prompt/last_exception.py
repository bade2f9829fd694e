import sys
def outer(v):
    def inner():
        return sys.getrefcount(v)
    return inner

x = [1]
f = outer(x)
f()
sys.getrefcount(x)
g = outer(1000)
g()
lam = lambda: 1000
lam() is lam()
lam() is (lambda: 1000)()
try:
    1 / 0
except ZeroDivisionError as e:
    sys.getrefcount(e)

try:
    e
except NameError:
    "no e"

1 / 0
_
sys.last_value
x
