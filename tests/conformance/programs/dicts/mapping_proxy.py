from types import MappingProxyType
base = {"a": 1, "b": 2}
view = MappingProxyType(base)
print(view, type(view), len(view), view["a"], "b" in view, "z" in view)
base["c"] = 3
print(view, sorted(view), view.get("c"), view.get("d", 0))
print(list(view.items()), list(view.keys()), list(view.values()))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def act0():
    view['x'] = 1
attempt(act0)
def act1():
    del view['a']
attempt(act1)
def act2():
    return view.clear()
attempt(act2)
def act3():
    return view.pop('a')
attempt(act3)
def act4():
    view.x = 1
attempt(act4)
def act5():
    return view['zz']
attempt(act5)
def act6():
    return MappingProxyType(5)
attempt(act6)
def act7():
    return MappingProxyType()
attempt(act7)
def act8():
    return MappingProxyType([1])
attempt(act8)
def act9():
    return view.update({})
attempt(act9)
def act10():
    return view + view
attempt(act10)
print(view == base, view.copy(), type(view.copy()), dict(view), {**view})
print(isinstance(view, dict), bool(MappingProxyType({})), repr(MappingProxyType({})), str(view))

class Color:
    """doc"""
    red = 1
    def method(self):
        return 2
ns = Color.__dict__
print(type(ns).__name__, ns["red"], "method" in ns, ns["__doc__"], ns["__module__"])
print(sorted(k for k in ns if not k.startswith("__")))
try:
    ns["blue"] = 3
except TypeError as e:
    print(e)
try:
    del ns["red"]
except TypeError as e:
    print(e)
Color.green = 5
print("green" in ns, ns.get("green"), [k for k in ns.keys() if k[0] != "_"])
print(type(int.__dict__), "real" in int.__dict__, type(vars(Color)).__name__)
for k, v in sorted(vars(Color).items()):
    if isinstance(v, int) and not k.startswith("__"):
        print(k, v)
print(vars(Color())  == {}, type(Color().__dict__))
Color.__dict__ = {}
