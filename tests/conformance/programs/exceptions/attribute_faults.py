class Dog:
    def __init__(self, name): self.name = name
    def bark(self): return self.name + " barks"
d = Dog("Rex")
for expr in ("d.nam", "d.brak", "Dog.barkk", "d.bark.foo", "d.name.uper", "(5).real.x", "None.x", "d.bark().x", "[].len", "len.x", "{}.x", "type.x", "Ellipsis.x", "NotImplemented.x", "(1,).append", "'a'.append", "True.x", "1.5.x", "1j.x", "b''.x", "range(3).x", "slice(1).x", "super.x", "object().x"):
    try:
        if expr == "d.nam": d.nam
        elif expr == "d.brak": d.brak()
        elif expr == "Dog.barkk": Dog.barkk
        elif expr == "d.bark.foo": d.bark.foo
        elif expr == "d.name.uper": d.name.uper()
        elif expr == "(5).real.x": (5).real.x
        elif expr == "None.x": None.x
        elif expr == "d.bark().x": d.bark().x
        elif expr == "[].len": [].len
        elif expr == "len.x": len.x
        elif expr == "{}.x": {}.x
        elif expr == "type.x": type.x
        elif expr == "Ellipsis.x": Ellipsis.x
        elif expr == "NotImplemented.x": NotImplemented.x
        elif expr == "(1,).append": (1,).append
        elif expr == "'a'.append": 'a'.append
        elif expr == "True.x": True.x
        elif expr == "1.5.x": 1.5.x
        elif expr == "1j.x": 1j.x
        elif expr == "b''.x": b''.x
        elif expr == "range(3).x": range(3).x
        elif expr == "slice(1).x": slice(1).x
        elif expr == "super.x": super.x
        elif expr == "object().x": object().x
    except AttributeError as e:
        print(expr, "->", e)
for set_it in (lambda: setattr(5, "x", 1), lambda: setattr("s", "upper", 1), lambda: setattr(None, "y", 1), lambda: setattr(Dog.bark, "__name__", 3), lambda: setattr(d, "__class__", 3), lambda: setattr(d, "__dict__", 3), lambda: setattr(d, "__class__", int), lambda: setattr(Dog, "__dict__", {}), lambda: setattr(5, "real", 1), lambda: setattr(d.bark, "x", 1), lambda: setattr(Dog, "__bases__", 1), lambda: setattr(range(3), "start", 1), lambda: delattr(d, "zzz"), lambda: delattr(Dog, "zzz"), lambda: delattr(d, "bark"), lambda: setattr(list, "x", 1), lambda: delattr(d, "__dict__"), lambda: delattr(d, "__class__")):
    try:
        print(set_it())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, "->", e)
d.__dict__ = {"name": "New"}
print(d.bark())
class Cat:
    def bark(self): return "no"
d.__class__ = Cat
print(d.bark(), type(d).__name__, isinstance(d, Dog))
import math
for f in (lambda: math.foo, lambda: math.sqrt(-1), lambda: math.sqrt("a"), lambda: math.factorial(-1), lambda: math.log(0), lambda: math.sqrt(), lambda: math.floor("x"), lambda: math.gcd(1.5, 2), lambda: math.pi(), lambda: math.pow(10, 400), lambda: math.exp(1000), lambda: math.acos(2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "->", e)
name_err = ["prnt", "lenn", "Dogg", "self", "x"]
for n in name_err:
    try:
        if n == "prnt": prnt("hi")
        elif n == "lenn": lenn([])
        elif n == "Dogg": Dogg("x")
        elif n == "self": self.x = 1
        else: x = x + 1
    except NameError as e: print(type(e).__name__, e)
def unbound():
    print(count)
    count = 1
def free():
    def inner(): return later
    r = inner()
    later = 1
    return r
def deleted():
    z = 1
    del z
    return z
for f in (unbound, free, deleted):
    try: f()
    except NameError as e: print(type(e).__name__, e)
d.name.first
