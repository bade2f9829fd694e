import sys, weakref, gc
class Bad:
    def __del__(self): raise RuntimeError("boom")
if hasattr(sys, "unraisablehook"):
    seen = []
    def hook(u):
        print(u.exc_type.__name__, u.exc_value, u.exc_traceback is not None, u.err_msg, u.object.__qualname__, type(u).__name__, len(u))
    sys.unraisablehook = hook
    Bad()
    l = [Bad(), Bad()]
    del l
    class O: pass
    o = O()
    def cb(r): 1 / 0
    w = weakref.ref(o, cb)
    del o
    def g():
        try: yield
        finally: raise KeyError("g")
    x = g(); next(x); del x
    sys.unraisablehook = sys.__unraisablehook__
    try: sys.unraisablehook(1)
    except TypeError as e: print(e)
    print(sys.unraisablehook is sys.__unraisablehook__)
    import atexit
    def last(): raise ValueError("at exit")
    atexit.register(last)
    def hook3(u): print(u.exc_value, (u.err_msg or "").split(" <")[0], u.object is last)
    sys.unraisablehook = hook3
