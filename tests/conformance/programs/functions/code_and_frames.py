"""Code objects and frames: their repr, their file and line."""
import sys
def mask(thing):
    words = repr(thing).split()
    return " ".join("ADDRESS" if word.startswith("0x") else word for word in words)
def f(a, b=1, *args, c, **kw):
    x = lambda: a
    return sys._getframe()
def g():
    yield 1
    yield 2
frame = f(1, c=2)
print(mask(f.__code__), mask(f.__code__.co_consts[1]))
print(mask(frame))
it = g()
next(it); next(it)
print(mask(it.gi_frame), f.__code__.co_filename[-7:], f.__code__.co_name, f.__code__.co_firstlineno)
class C:
    here = sys._getframe()
    line = here.f_lineno
print(C.line, mask(C.here))
