# How large generators are: their frame's room for names and the evaluation stack.
import sys
def g1():
    yield 1
def g2(n):
    for i in range(n): yield i
def g3(t):
    yield from t
def g4(t):
    yield from g3(t)
    x = yield 5
    for a in t:
        yield from a
def g5(a, b, c):
    with a as q:
        try: yield b
        except ValueError as e: yield c
        finally: yield 3
def g6(x):
    yield [i for i in x]
    yield {k: v for k, v in x}
    print(f"{x} {x!r:>10}", x[1:2], *x, **x)
    yield x if x else (yield)
def g7(x):
    while x:
        x = yield x + 1
    return x
def g8():
    z = 3
    def f(): return z
    yield f
    yield lambda: z
for g in (g1(), g2(3), g3([1]), g4([1]), g5(1,2,3), g6(1), g7(1), g8(), (i for i in range(3)), (i*j for i in range(3) for j in range(i) if i)): print(sys.getsizeof(g), end=' ')
print()
