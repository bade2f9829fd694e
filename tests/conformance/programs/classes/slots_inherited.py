import sys
class Plain:
    def __init__(self): self.a, self.b = 1, 2
class Slot:
    __slots__ = ("a", "b", "__weakref__")
    def __init__(self): self.a, self.b = 1, 2
class Sub(Slot):
    __slots__ = ("c",)
    def __init__(self): super().__init__(); self.c = 3
class SubDict(Slot): pass
for k in (Plain, Slot, Sub, SubDict):
    o = k()
    print(k.__name__, [getattr(o, n, "-") for n in "abc"], hasattr(o, "__dict__"), hasattr(o, "__weakref__"))
    try:
        o.new = 1
        print("  new ok", o.__dict__)
    except AttributeError as e:
        print("  ", e)
s = Sub()
del s.c
try: s.c
except AttributeError as e: print(e)
s.c = 5
print(s.c, Sub.c.__get__(s), sorted(n for n in dir(s) if len(n) == 1))
Slot.a.__set__(s, 99); print(s.a)
try: Slot.a.__get__(Plain())
except TypeError as e: print(e)
class Defaults:
    __slots__ = {"x": "the x doc", "y": "the y doc"}
print(Defaults.x.__doc__ if sys.version_info >= (3, 8) else "the x doc", list(Defaults.__slots__))
class Empty: __slots__ = ()
try: Empty().x = 1
except AttributeError as e: print(e)
try: Empty.x = 1; print(Empty().x)
except AttributeError as e: print(e)
try: Empty().x = 2
except AttributeError as e: print(e)
class Str: __slots__ = "single"
o = Str(); o.single = 1; print(o.single, Str.__slots__)
try:
    class Dup: __slots__ = ("a", "a")
    print("dup ok")
except Exception as e: print(type(e).__name__, e)
try:
    class W(Slot): __slots__ = ("__weakref__",)
except TypeError as e: print(e)
try:
    class DD: __slots__ = ("__dict__", "__dict__")
except TypeError as e: print(e)
try:
    class IntS(int): __slots__ = ("x",)
except TypeError as e: print(e)
class ListS(list): __slots__ = ("tag",)
l = ListS([1]); l.tag = "t"; print(l, l.tag)
try: l.other = 1
except AttributeError as e: print(e)
class Point:
    __slots__ = "x", "y"
    def __init__(self, x, y): self.x = x; self.y = y
    def __eq__(self, o): return all(getattr(self, s) == getattr(o, s) for s in self.__slots__)
    def __repr__(self): return "Point(%s)" % ", ".join("%s=%r" % (s, getattr(self, s)) for s in self.__slots__)
print(Point(1, 2), Point(1, 2) == Point(1, 2), Point(1, 2) == Point(2, 1))
p = Point(1, 2)
try: vars(p)
except TypeError as e: print(e)
import copy
q = copy.copy(p); q.x = 5; print(p, q, copy.deepcopy(q))
try: p.__class__ = Slot
except TypeError as e: print(e)
class Point2: __slots__ = "x", "y"
p.__class__ = Point2
print(type(p).__name__, p.x)
p.z = 1
