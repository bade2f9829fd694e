class Positive:
    def __init__(self, name):
        self.name = name
    def __get__(self, obj, kind=None):
        return self if obj is None else obj.__dict__[self.name]
    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(self.name)
        obj.__dict__[self.name] = value
class Box:
    width = Positive('width')
    def __init__(self, width):
        self.width = width
b = Box(1000)
w = b.width
b.width += 24
try:
    b.width = -1
except ValueError as e:
    bad = e.args[0]
d = Box.width
del b
print(w, d.name, bad)
