class D(dict):
    def keys(self): return ["k"]
    def __getitem__(self, k): return "gi"
class I(dict):
    def __iter__(self): return iter(["i"])
    def __getitem__(self, k): return "gi"
class K(dict):
    def keys(self): return ["k"]
    def __iter__(self): return iter(["i"])
    def __getitem__(self, k): return "gi"
class G(dict):
    def __getitem__(self, k): return "gi"
from collections import OrderedDict, defaultdict, Counter
class O(OrderedDict):
    def __getitem__(self, k): return "gi"
class DD(defaultdict):
    def __getitem__(self, k): return "gi"
def f(**k): return k
for C in (D, I, K, G, O):
    d = C(a=1)
    e = {}; e.update(d)
    r = [dict(d), {**d}, f(**d), e, dict(d, z=1), {0: 0, **d}]
    try: r.append(d.copy() if C is not O else 0)
    except Exception as x: r.append(repr(x))
    try: r.append({} | d); r.append(d | {})
    except Exception as x: r.append(type(x))
    try: x = {}; x |= d; r.append(x)
    except Exception as x: r.append(type(x))
    r.append(OrderedDict(d) == {"a": 1}); r.append(Counter(G(a=2)))
    r.append(C(d))
    print(C.__name__, r)
