class Lazy:
    def __init__(self):
        self.loads = 0
    def __getattr__(self, name):
        self.loads += 1
        value = [name]
        setattr(self, name, value)
        return value
    def __setitem__(self, key, value):
        self.__dict__[key] = value
    def __contains__(self, key):
        return key in self.__dict__
    def __bool__(self):
        return False
o = Lazy()
a = o.first
b = o.first
o['second'] = (a, b)
c = 'second' in o, 'third' in o
d = o or 'falsy'
e = o.loads
del o.first
f = o.first
o = None
print(a is b, c, d, e, f)
