import sys
def gen(x):
    yield sys.getrefcount(x)
    y = x
    yield sys.getrefcount(x)
    del y
    yield sys.getrefcount(x)
o = object()
g = gen(o)
print(sys.getrefcount(o), sys.getrefcount(g), sys.getrefcount(gen))
print(next(g), next(g), next(g), sys.getrefcount(o), next(g, "end"), sys.getrefcount(o), sys.getrefcount(gen))
for c in gen(o): print(c)
print(list(gen(o)), sum(gen(o)), [*gen(o)], tuple(gen(o)))
def outer(x):
    r = yield from gen(x)
    yield sys.getrefcount(x)
print(list(outer(o)))
ge = (sys.getrefcount(v) for v in [o, o])
print(next(ge), sys.getrefcount(o), list(ge), sys.getrefcount(o))
def echo():
    while True:
        got = yield
        print("got", sys.getrefcount(got))
e = echo()
next(e)
e.send(o)
e.send(o)
print(sys.getrefcount(o))
e.close()
print(sys.getrefcount(o))
def t():
    try:
        yield 1
    except ValueError as err:
        print(sys.getrefcount(err))
        yield 2
    finally:
        print("fin")
k = t()
next(k)
ex = ValueError("x")
print(k.throw(ex), sys.getrefcount(ex))
del k
print(sys.getrefcount(ex))
print(sys.getsizeof(gen(1)), sys.getsizeof(ge), sys.getsizeof(outer(1)))
