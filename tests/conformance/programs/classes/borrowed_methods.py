class Record(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
r = Record(name="n")
r.age = 3
print(r.name, r.age, r, r.__dict__)
del r.age
print(r)
try: r.age
except KeyError as e: print(repr(e))
try: del r.zz
except KeyError as e: print(repr(e))
class L(list):
    __call__ = list.append
    __getattr__ = list.count
    __contains__ = list.index
    __len__ = lambda self: 5
    __iadd__ = list.extend
l = L([1])
print(l(2), l, l.foo, len(l))
class A:
    __eq__ = lambda s, o: True
    __hash__ = object.__hash__
    __repr__ = object.__repr__
    __getitem__ = dict(a=1).__getitem__
    __str__ = "abc".__str__
    __len__ = [1, 2].__len__
    __contains__ = {1}.__contains__
    __iter__ = [7, 8].__iter__
    __add__ = (5).__add__
    __bool__ = bool
a = A()
print(a["a"], str(a), len(a), 1 in a, 2 in a, list(a), a + 1)
class B:
    __setattr__ = lambda self, n, v: print("set", n, v)
    __getattr__ = lambda self, n: n
    __call__ = print
    __exit__ = lambda *a: True
    __enter__ = lambda s: s
b = B(); b.x = 1; print(b.y); b(1, 2, sep="-")
with b: 1 / 0
