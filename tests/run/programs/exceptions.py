def f():
    try: return 'try'
    finally: print('fin')
print(f())
def f2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print('f', i)
    else: print('else')
f2()
def f3():
    try:
        raise ValueError('x')
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
        try: e2 = 1 / 0
        except ZeroDivisionError as z: print(repr(z.__context__))
    else: print('no')
    finally: print('done')
    try: e
    except UnboundLocalError as u: print(u)
f3()
try:
    try: raise KeyError('a')
    except KeyError as k: raise ValueError('b') from k
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
try:
    try: raise KeyError('a')
    except KeyError as k: raise ValueError('b') from None
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
try:
    try: 1 / 0
    finally: [][0]
except IndexError as e: print(repr(e.__context__))
def nested():
    try:
        try: raise ValueError(1)
        finally: print('inner')
    except ValueError: print('outer'); raise
try: nested()
except ValueError as e: print('top', e.args)
x = None
try: x.foo
except AttributeError as e: print(e.name, e.obj, e)
try: undefined
except NameError as e: print(e.name, e)
try: {}['k']
except KeyError as e: print(e, e.args, str(e), repr(e))
try: [].pop()
except IndexError as e: print(e)
try: int('x')
except ValueError as e: print(e)
import sys
try: raise Exception('tb')
except Exception as e:
    t = e.__traceback__; print(t.tb_lineno, t.tb_frame.f_code.co_name, t.tb_next)
    print(sys.exc_info()[1] is e)
print(sys.exc_info())
class Ex(Exception):
    def __str__(self): return 'custom'
try: raise Ex(1)
except Ex as e: print(e, repr(e), f'{e}')
try: assert 1 == 2, 'msg'
except AssertionError as e: print(e)
try: assert 0
except AssertionError as e: print(repr(e))
def deep(n):
    if n == 0: raise ValueError('deep')
    deep(n - 1)
try: deep(5)
except ValueError as e:
    n = 0; t = e.__traceback__
    while t: n += 1; t = t.tb_next
    print(n)
while True:
    try: break
    finally: print('brk')
def gen():
    try: yield 1
    except Exception as e: print('in gen', repr(e)); raise
try:
    for i in gen(): raise ValueError('loop')
except ValueError as e: print(e)
try: raise StopIteration(3)
except StopIteration as s: print(s.value)
print(OSError(2, 'No such', 'f'), OSError(2, 'x').errno, repr(OSError(2, 'x')), OSError('a'))
try: raise SystemExit(3)
except SystemExit as s: print(s.code)
e = ValueError('n'); e.add_note('hi'); print(e.__notes__)
e1 = ValueError('q'); e1.extra = 5; print(e1.extra, e1.__dict__)
