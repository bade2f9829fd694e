class Singleton:
    _instance = None
    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, v):
        print("init", v)
        self.v = v
a = Singleton(1)
b = Singleton(v=2)
print(a is b, a.v)

class Celsius(float):
    def __new__(cls, deg, unit="C"):
        if unit == "F":
            deg = (deg - 32) * 5 / 9
        self = super().__new__(cls, deg)
        self.unit = unit
        return self
t = Celsius(212, "F")
print(t, t.unit, t + 1, type(t + 1).__name__, isinstance(t, float))

class Other:
    def __new__(cls):
        return "not an Other"
    def __init__(self):
        print("never")
print(Other())

class Plain:
    pass
for f in (lambda: Plain(1), lambda: Plain(x=1), lambda: object(1), lambda: object.__new__(Plain, 1), lambda: object.__new__(),
          lambda: object.__new__(3), lambda: object.__new__(int), lambda: int.__new__(str), lambda: Plain().__init__(1),
          lambda: object.__init__(), lambda: object().__init__(3), lambda: Singleton()):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print("TypeError:", e)

class OnlyInit:
    def __init__(self, a): pass
class OnlyNew:
    def __new__(cls, a): return super().__new__(cls)
for f in (lambda: OnlyInit(), lambda: OnlyNew(), lambda: OnlyInit(1, 2), lambda: OnlyNew(1, b=2), lambda: OnlyNew(1), lambda: object.__new__(OnlyInit, 5),
          lambda: OnlyNew.__new__(OnlyNew, 4)):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print("TypeError:", e)
class SuperNew:
    def __new__(cls, a): return super().__new__(cls, a)
try:
    SuperNew(1)
except TypeError as e:
    print(e)
class SuperInit:
    def __init__(self, a): super().__init__(a)
try:
    SuperInit(1)
except TypeError as e:
    print(e)
class BadInit:
    def __init__(self): return 3
try:
    BadInit()
except TypeError as e:
    print(e)
