def kinds(exc):
    try:
        if exc: raise exc
    except (ValueError, TypeError):
        return "value or type"
    except LookupError as e:
        return "lookup " + type(e).__name__
    except Exception:
        return "exception"
    except:
        return "bare"
    else:
        return "nothing"
for x in (None, ValueError, TypeError("t"), KeyError, IndexError(), RuntimeError, SystemExit, KeyboardInterrupt(), GeneratorExit, StopIteration):
    print(getattr(x, "__name__", type(x).__name__), "->", kinds(x))
errors = (KeyError, (IndexError if True else None))
try:
    [][0]
except errors as e:
    print("variable tuple", e)
def dynamic():
    print("evaluated")
    return ZeroDivisionError
try:
    1 / 0
except dynamic():
    print("dynamic caught")
try:
    pass
except undefined_class:
    print("never")
print("not evaluated without an exception")
try:
    try:
        1 / 0
    except undefined_class:
        print("never")
except NameError as e:
    print(e, repr(e.__context__))
try:
    try: 1 / 0
    except "string": pass
except TypeError as e:
    print(e)
try:
    try: 1 / 0
    except (ValueError, (KeyError, ZeroDivisionError)): print("nested tuple works")
except TypeError as e:
    print(e)
try:
    try: 1 / 0
    except (): print("empty")
except ZeroDivisionError: print("empty tuple catches nothing")
class Meta(type):
    def __instancecheck__(cls, o): print("instancecheck"); return True
    def __subclasscheck__(cls, o): print("subclasscheck"); return True
class Fake(Exception, metaclass=Meta): pass
try:
    try: 1 / 0
    except Fake: print("fooled")
except ZeroDivisionError: print("not fooled")
class E1(Exception):
    def __new__(cls, *a):
        print("new", a)
        return super().__new__(cls, *a)
    def __init__(self, *a): print("init", a)
try: raise E1
except E1 as e: print(e.args)
try: raise E1(1, 2)
except E1 as e: print(e.args, e)
class Sneaky(Exception):
    def __new__(cls): return 3
try: raise Sneaky
except TypeError as e: print(e)
class NeedsArg(Exception):
    def __init__(self, a): pass
try: raise NeedsArg
except TypeError as e: print(e)
x = 5
try:
    1 / 0
except ZeroDivisionError as x:
    pass
try: print(x)
except NameError as e: print(e)
def local():
    y = 1
    try: 1 / 0
    except ZeroDivisionError as y: pass
    return y
try: local()
except UnboundLocalError as e: print(e)
i = 0
while i < 3:
    i += 1
    try:
        if i == 2: continue
        {}[i]
    except KeyError as e:
        print("key", e)
        continue
    else: print("else")
    finally: print("finally", i)
    print("unreached for errors")
try:
    for i in range(3):
        for j in range(3):
            if i * j == 2: raise StopIteration((i, j))
except StopIteration as found:
    print(found.value)
