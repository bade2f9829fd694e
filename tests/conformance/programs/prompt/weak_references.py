import weakref
class T:
    def __repr__(self): return "T!"

t = T()
r = weakref.ref(t, lambda r: print("gone"))
r() is t
r()
del t
r()
1
r() is None
t = T(); r = weakref.ref(t); del t; r()
w = weakref.WeakValueDictionary()
v = T()
w["k"] = v
len(w)
v
v = None
len(w)
2
len(w)
