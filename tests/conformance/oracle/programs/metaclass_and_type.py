class Meta(type):
    def __new__(meta, name, bases, space):
        space['tag'] = [name]
        return super().__new__(meta, name, bases, space)
class A(metaclass=Meta):
    pass
B = type('B', (A,), {'x': 1000})
b = B()
c = B.tag
names = [k.__name__ for k in B.__mro__]
del A
class Plain:
    pass
p = Plain()
p.__class__ = type('Other', (Plain,), {})
n = type(p).__name__
del Plain
B = None
print(c, names, n)
