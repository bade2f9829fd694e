class Plugin:
    registry = []
    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__.lower()
        cls.registry.append(cls.plugin_name)
class Alpha(Plugin): pass
class Beta(Plugin, name="b-e-t-a"):
    def run(self): return self.plugin_name
class Gamma(Beta): pass
print(Plugin.registry, Beta().run(), Gamma().run())
try:
    class Delta(Plugin, color="red"): pass
except TypeError as e:
    print(e)
try:
    class Eps(object, x=1): pass
except TypeError as e:
    print(e)
class Validator:
    required = ()
    def __init_subclass__(cls, **kw):
        missing = [m for m in cls.required if m not in cls.__dict__]
        if missing:
            raise TypeError("%s lacks %s" % (cls.__name__, ", ".join(missing)))
class Base(Validator):
    required = ("load", "save")
    def load(self): pass
    def save(self): pass
try:
    class Child(Base):
        def load(self): pass
except TypeError as e:
    print(e)
print([c.__name__ for c in Base.__subclasses__()])
class GenericLike:
    def __class_getitem__(cls, item):
        return "%s[%s]" % (cls.__name__, item)
try:
    print(GenericLike[3], GenericLike["x"])
except TypeError as e:
    print("3.6:", e)
class NotGeneric: pass
try:
    NotGeneric[int]
except TypeError as e:
    print(e)
try:
    NotGeneric()[int]
except TypeError as e:
    print(e)
class Named:
    def __set_name__(self, owner, name):
        print("named", name, "in", owner.__name__)
class Holder:
    a = Named()
    b = c = Named()
Holder.d = Named()
class BadName:
    def __set_name__(self): pass
try:
    class H2:
        z = BadName()
except Exception as e:
    print(type(e).__name__, e, "|", repr(e.__cause__))
print(Plugin.__init_subclass__.__name__, type(Plugin.__dict__["__init_subclass__"]).__name__)
class Order:
    def __init_subclass__(cls): print("init_subclass", cls.__name__, hasattr(cls, "attr"))
class Sub(Order):
    attr = 1
    n = Named()
