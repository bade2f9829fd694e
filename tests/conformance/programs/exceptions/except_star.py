def run(tasks):
    errors = []
    for t in tasks:
        try:
            t()
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("%d errors" % len(errors), errors)
    return "fine"
def test(*tasks):
    try:
        print(run(tasks))
    except* ZeroDivisionError as eg:
        print("zero", eg.exceptions)
    except* (KeyError, IndexError) as eg:
        print("lookup", [type(e).__name__ for e in eg.exceptions])
    else:
        print("else")
    finally:
        print("finally")
test(lambda: 1)
test(lambda: 1 / 0, lambda: {}[3], lambda: 1 // 0, lambda: [][1])
try:
    test(lambda: int("x"), lambda: 1 / 0)
except ExceptionGroup as e:
    print("left", repr(e))
try:
    raise ValueError("naked")
except* ValueError as e:
    print(repr(e), e.exceptions)
try:
    try:
        raise KeyError("k")
    except* ValueError:
        print("no")
except KeyError as e:
    print("same", repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e:
        raise RuntimeError("in handler") from e
    except* TypeError:
        raise
except ExceptionGroup as e:
    print(repr(e))
    print([repr(x.__cause__) for x in e.exceptions])
try:
    try:
        raise ExceptionGroup("deep", [ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [ValueError(2), TypeError(3)])]), OSError(4)])
    except* ValueError as v:
        print(repr(v))
    except* OSError as o:
        print(repr(o))
except* TypeError as t:
    print("outer", repr(t))
try:
    try:
        raise ExceptionGroup("x", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
def f():
    for i in range(3):
        try:
            raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError as e:
            print(i, e)
    return "f"
print(f())
try:
    e
except NameError as n:
    print(n)
try:
    raise ExceptionGroup("eg", [ExceptionGroup("in", [TypeError("t1")]), ValueError("v")])
except* TypeError:
    print("handled the type error")
