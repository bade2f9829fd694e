import copy
def make(base, *args):
    class S(base):
        def __new__(cls, *a):
            print(' new', cls.__name__, a)
            return super().__new__(cls, *a)
    S.__name__ = 'S_' + base.__name__
    return S
for base, a in ((int, (5,)), (float, (2.5,)), (str, ('ab',)), (bytes, (b'ab',)), (tuple, ((1, 2),)), (frozenset, ((1,),)), (complex, (1, 2)), (list, ((1, 2),)), (dict, (((1, 2),),)), (set, ((1,),)), (bytearray, (b'ab',)), (object, ())):
    S = make(base)
    x = S(*a)
    try:
        y = copy.copy(x)
        print(type(y).__name__, y is x)
        y = copy.deepcopy(x)
        print(type(y).__name__, y is x)
    except Exception as e: print(type(e).__name__, e)
for base, name, args in ((int, 'from_bytes', (b'\1\2', 'big')), (float, 'fromhex', ('0x1p2',)), (bytes, 'fromhex', ('0102',)), (bytearray, 'fromhex', ('0102',)), (dict, 'fromkeys', ('ab', 3))):
    S = make(base)
    r = getattr(S, name)(*args)
    print(name, type(r).__name__, r)
class L(list):
    def __init__(self, *a): print('init', a); super().__init__(*a)
    def append(self, x): print('append', x); super().append(x)
    def extend(self, x): print('extend', x); super().extend(x)
x = L([1, 2]); x.tag = 't'
y = copy.copy(x); print(y, y.tag)
y = copy.deepcopy(x); print(y, y.tag)
class D(dict):
    def __setitem__(self, k, v): print('set', k, v); super().__setitem__(k, v)
x = D(a=1); y = copy.copy(x); print(y); y = copy.deepcopy(x); print(y)
print(D.fromkeys('ab'), D({'z': 1}) | {'y': 2} if hasattr(dict, '__or__') else '')
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: print(copy.copy(E(1, 2)))
except TypeError as e: print(e)
class G:
    def __getstate__(self): print('getstate'); return {'q': 1}
    def __setstate__(self, s): print('setstate', s); self.__dict__.update(s)
print(vars(copy.copy(G())))
class H:
    __slots__ = ('a', 'b')
h = H(); h.a = 1
k = copy.copy(h); print(k.a, hasattr(k, 'b'))
class R:
    def __reduce__(self): return (R2, (1, 2))
def R2(*a): return ('made', a)
print(copy.copy(R()))
