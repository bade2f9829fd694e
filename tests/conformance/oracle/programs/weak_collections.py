import weakref
class Item:
    def __init__(self, name):
        self.name = name
store = weakref.WeakValueDictionary()
a = Item('a')
store['a'] = a
b = store['a']
n = len(store)
del a
b = None
m = len(store)
c = Item('c')
p = weakref.proxy(c)
t = p.name
del c
try:
    p.name
except ReferenceError as e:
    s = str(e)
print(n, m, t, s)
