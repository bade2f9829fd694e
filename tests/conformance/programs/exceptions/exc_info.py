import sys
def info(): 
    t, v, tb = sys.exc_info()
    return (t.__name__ if t else None, str(v) if v else None, tb is not None)
print(info())
try: 1 / 0
except ZeroDivisionError:
    print(info())
    try: {}["k"]
    except KeyError: print(info())
    print(info())
print(info())
def gen():
    print("gen start", info())
    try: raise ValueError("in gen")
    except ValueError:
        print("gen", info())
        yield 1
        print("gen resumed", info())
    print("gen after", info())
    yield 2
try: raise KeyError("outer")
except KeyError:
    g = gen(); next(g)
    print("main", info())
    next(g)
    print("main again", info())
def f():
    try: raise IndexError("f")
    except IndexError:
        h()
        raise
def h():
    print("h", info())
    try: pass
    finally: print("h finally", info())
try: f()
except IndexError as e: print(info(), e.__traceback__.tb_next.tb_frame.f_code.co_name, e.__traceback__.tb_lineno)
class C:
    def __enter__(self): print("enter", info()); return self
    def __exit__(self, *a): print("exit", info(), a[0] and a[0].__name__); return True
with C(): raise OSError("with")
print(info())
try:
    try: raise ValueError("v")
    finally: print("finally", info())
except ValueError: pass
for i in range(2):
    try: raise RuntimeError(i)
    except RuntimeError: continue
    finally: print("loop", info())
def ret():
    try: raise ValueError("ret")
    except ValueError: return info()
print(ret(), info())
def tb_names(e):
    tb, out = e.__traceback__, []
    while tb: out.append("%s:%d" % (tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    return out
def level3(): raise ValueError("deep")
def level2():
    try: level3()
    except ValueError as e: raise
def level1():
    try: level2()
    except ValueError as e: raise e
try: level1()
except ValueError as e: err = e
print(tb_names(err), err.__context__)
try: raise err
except ValueError as e: print(tb_names(e))
try: raise err.with_traceback(None)
except ValueError as e: print(tb_names(e))
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_lineno, frame.f_back, "err" in frame.f_locals, frame.f_globals is globals())
def outer_locals():
    x = 42
    def inner(): raise KeyError("look")
    inner()
try: outer_locals()
except KeyError as e: print(e.__traceback__.tb_next.tb_frame.f_locals["x"], sorted(e.__traceback__.tb_next.tb_frame.f_locals))
if hasattr(sys, "exception"): print(sys.exception())
def hook(t, v, tb): print("hook:", t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
raise LookupError("through the hook")
