class Recorder:
    def __init__(self):
        object.__setattr__(self, "log", [])
        self.data = {}
    def __getattr__(self, name):
        self.log.append("get " + name)
        if name.startswith("_"):
            raise AttributeError(name)
        return name * 2
    def __setattr__(self, name, value):
        self.log.append("set " + name)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append("del " + name)
        super().__delattr__(name)
r = Recorder()
r.x = 5
print(r.x, r.ab, getattr(r, "cd"), getattr(r, "_no", "dflt"), hasattr(r, "_y"), hasattr(r, "y"))
del r.x
print(r.x)
try:
    del r.zzz
except AttributeError as e:
    print("AttributeError", e)
print(r.log)
class Strict:
    def __getattribute__(self, name):
        print("getattribute", name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        print("getattr", name)
        return 0
    a = 1
s = Strict()
print(s.a, s.b)
s.c = 3
print(s.c, s.__class__.__name__)
class Proxy:
    def __init__(self, target): self._t = target
    def __getattr__(self, name): return getattr(self._t, name)
p = Proxy([3, 1, 2])
p.sort()
print(p._t, p.count(1), p.__len__())
try:
    len(p)
except TypeError as e:
    print(e)
try:
    p.nope
except AttributeError as e:
    print(e)
class Loop:
    def __getattr__(self, n): return self.missing
try:
    Loop().x
except RecursionError as e:
    print("RecursionError", str(e)[:32])
for call in (lambda: getattr(3, 4), lambda: getattr(3), lambda: setattr(3, "x", 1), lambda: delattr(3, "x"), lambda: setattr([], "append", 1),
             lambda: getattr([], "foo"), lambda: delattr([], "append"), lambda: setattr(object(), "a", 1), lambda: setattr(int, "a", 1), lambda: delattr(int, "real"),
             lambda: hasattr(3, 4), lambda: setattr(None, "x", 3), lambda: getattr(None, "x"), lambda: getattr(print, "x"), lambda: setattr(len, "x", 1),
             lambda: getattr(lambda: 0, "x"), lambda: getattr(Proxy, "x"), lambda: delattr(Proxy, "x"), lambda: delattr(Proxy(3), "x"), lambda: vars(3), lambda: dir(1, 2)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
class D:
    def __dir__(self): return ["z", "a"]
print(dir(D()))
class E:
    a = 1
    def __init__(self): self.b = 2
print([n for n in dir(E()) if not n.startswith("__")])
