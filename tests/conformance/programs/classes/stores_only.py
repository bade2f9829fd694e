# A descriptor with __set__ alone lets the instance's own dictionary answer; type() with keywords.
class Doubled:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2


class Checked:
    def __delete__(self, instance):
        print("deleting")


class Point:
    x = Doubled()
    y = Checked()


p = Point()
print(type(p.x).__name__)
p.x = 21
print(p.x, p.__dict__, type(Point.x).__name__)
for work in (lambda: delattr(p, "x"), lambda: setattr(p, "y", 1), lambda: delattr(p, "y")):
    try:
        print(work())
    except AttributeError as e:
        print(type(e).__name__)


class Base:
    def __init_subclass__(cls, **options):
        print("made", cls.__name__, options)


class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        print("new", name, options)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print("init", name, options)


class Other(metaclass=Meta):
    pass


type("One", (Base,), {}, size=1)
type("Two", (Other,), {}, size=2)
Meta("Three", (), {}, size=3)
try:
    type("Four", (), {}, size=4)
except TypeError as e:
    print("TypeError")
print(type(type("Five", (Base,), {"n": 5})).__name__)
