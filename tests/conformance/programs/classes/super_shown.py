"""repr() of super(): of an object, of a class, of a class seen by its metaclass."""


class Meta(type):
    def told(cls):
        return repr(super())


class Base:
    def __init_subclass__(cls):
        print(super(Base, cls))

    @classmethod
    def made(cls):
        return repr(super())


class Derived(Base):
    def __repr__(self):
        return repr(super(Derived, self))


class Last(Derived, metaclass=Meta):
    pass


print(Derived(), Last())
print(Derived.made(), Last.made(), Last().made())
print(Last.told())
print(super(bool, True), super(bool, bool), super(type, Meta))
