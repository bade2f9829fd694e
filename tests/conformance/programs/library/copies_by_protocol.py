import copy
class Node:
    def __init__(self, v, nxt=None): self.v, self.next, self.tags = v, nxt, []
a = Node(1, Node(2))
a.next.next = a
b = copy.copy(a)
c = copy.deepcopy(a)
print(b is a, b.next is a.next, b.tags is a.tags)
print(c.next is a.next, c.next.next is c, c.tags is a.tags, c.v, c.next.v)
class Custom:
    def __init__(self, x): self.x = x
    def __copy__(self):
        print("__copy__")
        return Custom(self.x)
    def __deepcopy__(self, memo):
        print("__deepcopy__", type(memo).__name__)
        new = Custom(copy.deepcopy(self.x, memo))
        memo[id(self)] = new
        return new
k = Custom([1, [2]])
k1, k2 = copy.copy(k), copy.deepcopy([k, k])
print(k1.x is k.x, k2[0].x == k.x, k2[0].x is k.x, k2[0] is k2[1])
class S:
    __slots__ = ("a", "b")
s = S(); s.a = [1]
t = copy.copy(s)
u = copy.deepcopy(s)
print(t.a is s.a, u.a is s.a, u.a, hasattr(t, "b"))
class L(list):
    def __init__(self, *a):
        super().__init__(a)
        self.extra = "e"
l = L(1, [2])
m = copy.deepcopy(l)
print(m, type(m).__name__, m.extra, m[1] is l[1], copy.copy(l)[1] is l[1])
d = {"k": [1, 2], "s": {3}, "t": (1, [2])}
e = copy.deepcopy(d)
e["k"].append(3); e["t"][1].append(9)
print(d, e)
t1 = (1, 2, "x")
print(copy.copy(t1) is t1, copy.deepcopy(t1) is t1, copy.deepcopy(Node) is Node, copy.deepcopy(print) is print)
class NewArgs:
    def __new__(cls, v):
        o = super().__new__(cls)
        o.v = v
        return o
    def __getnewargs__(self): return (self.v,)
n = copy.copy(NewArgs(5))
print(n.v)
class State:
    def __init__(self): self.a, self.b = 1, 2
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, st): print("setstate", st); self.__dict__.update(st)
w = copy.copy(State())
print(vars(w))
class Dead(Exception):
    def __init__(self, code): super().__init__("code %d" % code); self.code = code
x = copy.copy(ValueError("a", 1))
print(repr(x), x.args)
import collections
P = collections.namedtuple("P", "x y")
print(copy.copy(P(1, [2])), copy.deepcopy(P(1, [2])))
try:
    copy.deepcopy(i for i in [1])
except TypeError as ex:
    print(ex)
print(copy.Error.__mro__[1])
