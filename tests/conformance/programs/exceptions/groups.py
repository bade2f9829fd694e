import sys
if sys.version_info < (3, 11):
    try:
        ExceptionGroup
    except NameError as e:
        print(e)
    sys.exit(0)
eg = ExceptionGroup("many", [ValueError("v"), TypeError("t"), ExceptionGroup("nested", [KeyError("k"), ValueError("w")])])
print(eg, repr(eg), eg.message, len(eg.exceptions), eg.args)
m, r = eg.split(ValueError)
print(repr(m), repr(r))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), eg.split(OSError)[0])
print(repr(eg.subgroup(lambda e: len(str(e)) == 1)), repr(eg.subgroup((TypeError, KeyError))))
for args in ((), ("m",), ("m", []), ("m", 3), ("m", [3]), (3, [ValueError()]), ("m", [KeyboardInterrupt()]), ("a", [ValueError()], 3)):
    try:
        print(repr(ExceptionGroup(*args)))
    except Exception as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))
print(ExceptionGroup.__mro__)
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message + "!", excs)
g = MyGroup("mine", [ValueError(1), KeyError(2)])
print(repr(g.split(KeyError)))
g.add_note("a note")
print(g.__notes__, g.split(ValueError)[0].__notes__)
e = ValueError("noted")
e.add_note("first")
e.add_note("second")
print(e.__notes__, e)
try:
    e.add_note(3)
except TypeError as t:
    print(t)
try:
    eg.message = "x"
except AttributeError as a:
    print(a)
def leaves(g):
    for e in g.exceptions:
        if isinstance(e, BaseExceptionGroup):
            yield from leaves(e)
        else:
            yield e
print([repr(x) for x in leaves(eg)])
try:
    raise eg
except ExceptionGroup as x:
    print("caught", x is eg, x.__traceback__ is not None)
raise ExceptionGroup("top", [ValueError("one"), ExceptionGroup("inner", [KeyError("two"), e])])
