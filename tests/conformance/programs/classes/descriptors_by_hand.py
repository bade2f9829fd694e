class Positive:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError("%s must be positive, not %r" % (self.name[1:], value))
        setattr(obj, self.name, value)
    def __delete__(self, obj):
        print("deleting", self.name)
        delattr(obj, self.name)

class NonData:
    def __get__(self, obj, cls):
        return ("nondata", obj is None, cls.__name__)

class Order:
    price = Positive()
    amount = Positive()
    info = NonData()
    def __init__(self, price, amount):
        self.price = price
        self.amount = amount

o = Order(3, 4)
print(o.price * o.amount, vars(o))
try:
    o.price = -1
except ValueError as e:
    print(e)
del o.amount
print(o.amount)
try:
    del o.amount
except AttributeError as e:
    print(e)
print(type(Order.price).__name__)
print(o.info, Order.info)
o.info = 3
print(o.info)
o.__dict__["price"] = 1000
print(o.price)

class ReadOnly:
    def __get__(self, obj, cls):
        return 42
    def __set__(self, obj, v):
        raise AttributeError("read-only")
class R:
    x = ReadOnly()
r = R()
try:
    r.x = 3
except AttributeError as e:
    print(e)
try:
    del r.x
except AttributeError as e:
    print(e)
def func(self): return self
print(func.__get__(3)() , func.__get__(3, int)())
print(func.__get__(None, int) is func)
print(type(property().__get__(None, int)).__name__)
try:
    property().__get__(3, int)
except AttributeError as e:
    print(e)
