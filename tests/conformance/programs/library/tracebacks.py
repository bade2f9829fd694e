import sys, traceback
def inner(x):
    return 10 / x
def outer(x):
    return inner(x) + 1
try:
    outer(0)
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e, sys.exc_info()[2] is e.__traceback__)
print(sys.exc_info())
try:
    outer("a")
except TypeError:
    for f in traceback.extract_tb(sys.exc_info()[2]):
        print(f.lineno, f.name, f.line)
    print(traceback.format_exc().splitlines()[-1])
    print(len(traceback.format_tb(sys.exc_info()[2])))
try:
    [].pop()
except IndexError as e:
    print(traceback.format_exception_only(type(e), e))
    print("".join(traceback.format_exception(type(e), e, e.__traceback__)).count("\n"))
e = ValueError("no tb")
print(e.__traceback__)
try:
    raise e
except ValueError as x:
    print(x is e, e.__traceback__.tb_lineno)
e2 = e.with_traceback(None)
print(e2 is e, e.__traceback__)
def reraise():
    try:
        inner(0)
    except ZeroDivisionError as z:
        raise z
try:
    reraise()
except ZeroDivisionError as z:
    lines = []
    tb = z.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines)
class Ctx:
    def __enter__(self): pass
    def __exit__(self, t, v, tb):
        print("in exit:", t.__name__, tb.tb_lineno, tb.tb_frame.f_code.co_name)
        return True
def use():
    with Ctx():
        inner(0)
use()
try:
    e.with_traceback(3)
except TypeError as t:
    print(t)
def rec(n):
    if n == 0: raise KeyError("deep")
    rec(n - 1)
try:
    rec(4)
except KeyError:
    print(len(traceback.extract_tb(sys.exc_info()[2])))
traceback.print_exc(file=sys.stdout)
try:
    outer(0)
except Exception:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc(limit=1).count("File"))
outer(None)
