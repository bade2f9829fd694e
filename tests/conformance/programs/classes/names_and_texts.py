class Plain:
    pass
class Both:
    def __repr__(self): return "<repr>"
    def __str__(self): return "<str>"
class ReprOnly:
    def __repr__(self): return "R()"
class StrOnly:
    def __str__(self): return "S"
b = Both()
print(b, [b], (b,), {b: b}, {b}, "%s %r %a" % (b, b, b), "{} {!r} {!s}".format(b, b, b), f"{b} {b!r}")
print(ReprOnly(), str(ReprOnly()), [ReprOnly()])
print(StrOnly(), repr(StrOnly()).startswith("<__main__.StrOnly object at 0x"))
print(repr(Plain())[:26], str(Plain()) == repr(Plain()) or True)
print(Plain, repr(Plain), str(Plain), type(Plain), type(type), object, int, type(None))
class Outer:
    class Inner:
        def method(self): pass
    @staticmethod
    def st(): pass
    @classmethod
    def cl(cls): pass
print(Outer.Inner, Outer.Inner.__name__, Outer.Inner.__qualname__, Outer.Inner.method.__qualname__, Outer.Inner.__module__)
print(repr(Outer.Inner().method)[:44], repr(Outer.cl).startswith("<bound method Outer.cl of <class '__main__.Outer'>>"))
def local():
    class L: pass
    return L
print(local(), local().__qualname__)
class F:
    def __format__(self, spec): return "F[%s]" % spec
print(format(F(), "abc"), "{:>10}|{}".format(F(), F()), f"{F():x{3}}")
for f in (lambda: format(Plain(), "x"), lambda: "{:d}".format(Both()), lambda: format(b, ""), lambda: f"{b:>8}"):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Rec:
    def __init__(self): self.items = [self]
    def __repr__(self): return "Rec(%d)" % len(self.items)
print(Rec().items)
class RecList(list): pass
r = RecList([1]); r.append(r)
print(r)
class Doc:
    """Docs of Doc."""
    def m(self):
        "docs of m"
print(Doc.__doc__, Doc.m.__doc__, Plain.__doc__, Doc().__doc__, Doc().m.__doc__)
Doc.__doc__ = "changed"
print(Doc.__doc__)
print(Plain.__dict__.keys() - {"__firstlineno__", "__static_attributes__"} == {"__module__", "__dict__", "__weakref__", "__doc__"})
Plain.__name__ = "Renamed"
print(Plain.__name__, Plain.__qualname__, Plain)
Plain.__qualname__ = "Re.named"
print(Plain, Plain().__class__)
try:
    Plain.__name__ = 3
except TypeError as e:
    print(e)
try:
    del Plain.__name__
except TypeError as e:
    print(e)
try:
    int.__name__ = "x"
except TypeError as e:
    print(e)
class BR:
    def __repr__(self): raise ValueError("no repr")
try:
    print([BR()])
except ValueError as e:
    print(e)
