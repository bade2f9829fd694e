def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
    except ValueError as e:
        print('caught', e); yield 'after'
    finally:
        print('fin')
it = g(); print(next(it), it.send('a'), it.throw(ValueError('v')))
try: next(it)
except StopIteration as e: print('stop', e.value)
it = g(); next(it); it.close(); print('closed')
def h():
    r = yield from g2(); print('r', r); return 'h'
def g2():
    a = yield 'first'; print('a', a); return 'ret'
it = h(); print(next(it))
try: it.send('s')
except StopIteration as e: print(e.value)
def gen3():
    yield from [1, 2]; yield from (x for x in 'ab'); return 5
print(list(gen3()))
def inf():
    i = 0
    while True: yield i; i += 1
it = inf(); print([next(it) for _ in range(5)])
print(sum(x * x for x in range(10)), list(zip(inf(), 'abc')), dict((k, v) for k, v in [(1, 2)]))
def ign():
    try: yield 1
    except GeneratorExit: yield 2
it = ign(); next(it)
try: it.close()
except RuntimeError as e: print(e)
def bad(): yield next(iter([]))
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
it = inf()
try: it.send(5)
except TypeError as e: print(e)
def self_run():
    yield next(me)
me = self_run()
try: next(me)
except ValueError as e: print(e)
def fin():
    try: yield 1
    finally: print('finalized')
f = fin(); next(f); del f; print('after del')
for x in fin(): break
print('loop done')
def thrower():
    try: yield 1
    finally: print('cleanup')
t = thrower(); next(t)
try: t.throw(KeyError('k'))
except KeyError as e: print('KE', e)
def delegate():
    try: yield from thrower()
    except KeyError as e: print('deleg', e); yield 'ok'
d = delegate(); next(d); print(d.throw(KeyError('z')))
print(next(d, 'default'))
def ctx():
    try: raise ValueError('a')
    except ValueError:
        yield 1
        try: raise
        except ValueError as e: print('re', e)
c = ctx(); next(c)
try: raise KeyError('b')
except KeyError: next(c, None)
g = (i for i in range(3)); print(g.__name__, next(g), list(g), list(g))
print(type(g).__name__, iter(g) is g)
def rec(n):
    if n: yield n; yield from rec(n - 1)
print(list(rec(5)))
def tree(t):
    if t:
        yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
def r():
    return 1
    yield
print(list(r()))
import sys
def ex():
    try: 1 / 0
    except ZeroDivisionError: yield sys.exc_info()[0]
e = ex(); print(next(e), sys.exc_info()[0])
print([*rec(3)], {*rec(2)}, (*rec(2),), max(rec(4)), sorted(rec(3)), ','.join(str(x) for x in rec(3)))
a, b, *c = rec(5); print(a, b, c)
def kw(**k): return k
print(kw(**{'a': 1}, b=2), [y for x in [[1, 2], [3]] for y in x if y != 2], {x: y for x, y in zip('ab', rec(2))})
