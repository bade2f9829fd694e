# Who holds an exception, its traceback and its arguments while it is handled.
import sys, gc
R = sys.getrefcount
class E(Exception): pass
def plain():
    try:
        raise E('a')
    except E as e:
        print('plain', R(e), R(e.__traceback__), R(e.args), R(e.__traceback__.tb_frame))
def again():
    try:
        try:
            raise E('a')
        except E as e:
            print('inner', R(e), R(e.__traceback__))
            raise
    except E as f:
        print('outer', R(f), R(f.__traceback__), R(f.__traceback__.tb_next) if f.__traceback__.tb_next else None)
def fin():
    x = E('b')
    try:
        try:
            raise x
        finally:
            print('finally', R(x), R(x.__traceback__))
    except E as e:
        print('after', R(x), R(x.__traceback__))
    print('done', R(x), R(x.__traceback__))
class M:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print('exit', R(t) > 3, R(v), R(tb))
        return True
def within():
    with M():
        raise E('c')
    with M():
        [][1]
def ret():
    x = [1]
    try:
        return x
    finally:
        print('ret', R(x))
def loop():
    for i in range(2):
        y = [2]
        try:
            continue
        finally:
            print('loop', R(y))
def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise E('d') from z
    except E as e:
        print('chain', R(e), R(e.__cause__), R(e.__context__), R(e.__cause__.__traceback__))
def nested():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            [][1]
        except IndexError as f:
            print('nested', R(e), R(f), R(f.__context__))
        print('nested', R(e))
def info():
    try:
        1 / 0
    except ZeroDivisionError:
        t, v, tb = sys.exc_info()
        print('info', R(v), R(tb))
def callee():
    t, v, tb = sys.exc_info()
    print('callee', R(v), R(tb))
def calls():
    try:
        1 / 0
    except ZeroDivisionError as e:
        callee()
        print('calls', R(e))
def gen():
    try:
        yield 1
    except E as e:
        print('gen', R(e), R(e.__traceback__))
        yield 2
def gens():
    g = gen()
    next(g)
    x = E('g')
    g.throw(x)
    print('gens', R(x), R(x.__traceback__))
    g.close()
    print('gens', R(x), R(x.__traceback__))
def caught():
    try:
        int('x')
    except ValueError as e:
        print('caught', R(e), R(e.args), R(e.args[0]))
def assertion():
    try:
        assert [], 'text'
    except AssertionError as e:
        print('assert', R(e), R(e.args))
def many():
    try:
        {}[[1][0]]
    except (KeyError, IndexError) as e:
        print('many', R(e), R(e.args))
    try:
        None.x
    except Exception as e:
        print('many', R(e), R(e.args))
    try:
        [].pop()
    except IndexError as e:
        print('many', R(e), R(e.args), R(e.args[0]))
    try:
        [1][2]
    except IndexError as e:
        first = e.args[0]
    try:
        [][0]
    except IndexError as e:
        print('many', R(e), R(e.args), e.args[0] is first)
    try:
        (1,)[2]
    except IndexError as e:
        print('many', R(e), R(e.args), R(e.args[0]))
    try:
        'a'[2]
    except IndexError as e:
        print('many', R(e), R(e.args), R(e.args[0]))
    try:
        undefined
    except NameError as e:
        print('many', R(e), R(e.args), R(e.args[0]))
def deep(n):
    if n == 0:
        raise E('deep')
    deep(n - 1)
def deeper():
    try:
        deep(3)
    except E as e:
        tb = e.__traceback__
        while tb:
            print(R(tb), R(tb.tb_frame), end=' ')
            tb = tb.tb_next
        print('deep', R(e))
class P(Exception):
    def __init__(self, code, detail=None):
        super().__init__(code)
        self.code = code
        print('init', R(self), R(self.args), R(code))
def own():
    try:
        raise P([1], [2])
    except P as p:
        print('own', R(p), R(p.args), R(p.code))
def reraise():
    x = E('r')
    for i in range(2):
        try:
            raise x
        except E as e:
            print('re', R(x), R(x.__traceback__))
for f in plain, again, fin, within, ret, loop, chain, nested, info, calls, gens, caught, assertion, many, deeper, own, reraise:
    f()
try:
    raise E('module')
except E as e:
    print(R(e), R(e.__traceback__))
for t in int, list, E:
    print(type(t).__name__ is type(t).__name__, t.__name__ is t.__name__, R(t.__name__) < 10)
