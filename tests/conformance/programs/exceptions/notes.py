import sys
new = sys.version_info >= (3, 11)
e = ValueError("base")
if new:
    e.add_note("note 1"); e.add_note("note 2")
    print(e.__notes__, e.args, str(e), repr(e))
    try: e.add_note(5)
    except TypeError as t: print(t)
    try: e.add_note()
    except TypeError as t: print(t)
else:
    print(hasattr(e, "add_note"), hasattr(e, "__notes__"))
    try: e.add_note("x")
    except AttributeError as a: print(a)
    e.__notes__ = ["by hand"]
    print(e.__notes__)
class E2(Exception):
    def add_note2(self, n): self.__dict__.setdefault("__notes__", []).append(n); return self
try: raise E2("two").add_note2("from method")
except E2 as x: print(x.__notes__, x)
def check(value):
    try: return 10 / value
    except ZeroDivisionError as err:
        if new: err.add_note("while checking %r" % value)
        raise
    except TypeError as err:
        raise TypeError("bad value %r" % (value,)) from err
for v in (5, 0, "x"):
    try: print(check(v))
    except Exception as err: print(type(err).__name__, err, getattr(err, "__notes__", None), repr(err.__cause__))
import traceback
try: check(0)
except ZeroDivisionError as err: print(traceback.format_exception_only(type(err), err))
try:
    try: check("q")
    except TypeError as err:
        err.__cause__ = None
        print(err.__suppress_context__, err.__context__ is not None)
        err.__suppress_context__ = False
        raise
except TypeError as t: print(t, t.__cause__, repr(t.__context__))
final = KeyError("final")
final.__notes__ = ["one note", "another\nwith two lines"]
raise final
