import types
def f(): pass
def g(): yield
class C:
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    p = property(lambda self: 1)
c = C()
print(type(f), type(g), type(g()), type(c.m), type(C.m), type(C.c), type(C.s), type(len), type([].append))
print(type(str.upper), type(int.__add__), type((1).__add__), type([].__len__), type(C.__init__), type(c.__init__), type(object().__str__))
print(int.__add__, str.upper, list.__len__, dict.fromkeys.__name__, len, print, abs.__name__)
print((1).__add__.__name__, (1).__add__(2), [].__len__(), "ab".__mul__(3), (3).__lt__(4), (1.5).__radd__(1))
print(type(C.__dict__["c"]), type(C.__dict__["s"]), type(C.__dict__["m"]), type(C.__dict__["p"]), type(C.__dict__))
print(isinstance(f, types.FunctionType), isinstance(f, types.LambdaType), isinstance(c.m, types.MethodType), isinstance(len, types.BuiltinFunctionType),
      isinstance(g(), types.GeneratorType), isinstance([].append, types.BuiltinMethodType), isinstance(f.__code__, types.CodeType))
print(c.m.__self__ is c, c.m.__func__ is C.m, c.m.__name__, C.c.__self__, c.m == c.m, c.m is c.m, [].append == [].append)
for fn in (lambda: (1).__add__(), lambda: (1).__add__(1, 2), lambda: (1).__add__("x"), lambda: [].__len__(3), lambda: int.__add__(1), lambda: int.__add__("a", 1),
           lambda: int.__add__(), lambda: str.upper(1), lambda: str.upper(), lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: len(obj=[]), lambda: abs(), lambda: abs("x"),
           lambda: "a".upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: f.x, lambda: f(1), lambda: c.m(1), lambda: c.zz, lambda: (1).__add__(x=1),
           lambda: list.append(1, 2), lambda: [].append(x=1), lambda: "".join(), lambda: f.__call__(1), lambda: types.MethodType(f, None), lambda: ord("ab"), lambda: chr(-1)):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
def speak(self):
    return "I am " + type(self).__name__
c.speak = types.MethodType(speak, c)
print(c.speak(), c.speak.__self__ is c, "speak" in c.__dict__)
C.speak2 = speak
print(c.speak2(), C.speak2(5), speak.__get__(3)(), speak.__get__(c, C).__func__ is speak)
print(f.__call__(), f.__class__, f.__repr__()[:11], c.m.__repr__()[:16], len.__self__ is not None, len.__module__, len.__qualname__, [].append.__qualname__)
m = c.m
m.__func__.tag = "t"
print(C.m.tag, m.tag)
m.other = 1
