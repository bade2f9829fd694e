import sys
def g(x):
    try:
        y = [x]
        yield y
        yield x
    finally:
        print('finally')
def tryit(fr):
    try:
        fr.clear(); print('cleared')
    except RuntimeError as e:
        print('RuntimeError', e)
i = g(1); tryit(i.gi_frame); print(i.gi_frame)
try:
    next(i)
except StopIteration: print('stop')
i = g(1); next(i); f = i.gi_frame; tryit(f); print(i.gi_frame is None, sorted(f.f_locals))
i = g(1); next(i); f = i.gi_frame; i.close(); tryit(f); print(sorted(f.f_locals))
def h():
    tryit(sys._getframe())
h()
def k():
    d = D(); e = [d]
    return sys._getframe()
class D:
    def __del__(self): print('del')
f = k()
print(sorted(f.f_locals)); tryit(f); print(sorted(f.f_locals), f.f_lineno, f.f_code.co_name)
try:
    f.clear(1)
except TypeError as e: print(e)
f = k(); print('x'); tryit(f); print('y')
def c():
    d = D()
    def inner(): return d
    return sys._getframe(), inner
f, inner = c()
tryit(f)
print('still', sorted(f.f_locals)); del inner; print('gone')
import traceback
def bad():
    d = D()
    raise ValueError(1)
try:
    bad()
except ValueError as e:
    keep = e
print('caught')
traceback.clear_frames(keep.__traceback__)
print('end')
def lookup():
    d = D()
    try:
        bad()
    except ValueError as e:
        traceback.clear_frames(e.__traceback__)
        print('here', d is not None)
    return 1
lookup()
tryit(sys._getframe())
print(type(f.clear).__name__, f.clear.__name__)
