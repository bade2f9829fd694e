def gen(n):
    try:
        yield 1
        yield 2
    finally:
        print('closing', n)
g = gen('g'); next(g)
h = gen('h'); next(h)
i = gen('i')
def fun():
    j = gen('j'); next(j)
    return j
k = fun()
print('end')
