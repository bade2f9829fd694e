"""Static and class methods have a dictionary, since 3.10 with their function's attributes; who holds descriptors."""
import gc
from sys import getrefcount, getsizeof


def marked(function):
    function.mark = 1
    return function


class Tool:
    @staticmethod
    def plain(x):
        return x

    @classmethod
    @marked
    def described(cls, x: int):
        """Says what it is."""
        return x

    @property
    def own(self):
        return getrefcount(Tool.__dict__['own'])

    @own.setter
    def own(self, value):
        print('set', value, getrefcount(Tool.__dict__['own']))

    def __init_subclass__(cls):
        pass


class Descriptor:
    def __get__(self, instance, owner):
        return getrefcount(self)

    def __set__(self, instance, value):
        print('set', value, getrefcount(self))


class Holder:
    field = Descriptor()


for name in ('plain', 'described', '__init_subclass__'):
    method = Tool.__dict__[name]
    kinds = [type(o).__name__ for o in gc.get_referents(method)]
    print(name, getsizeof(method), kinds, list(method.__dict__), gc.is_tracked(method.__dict__))
    print(getsizeof(method.__dict__), getrefcount(method), hasattr(method, '__name__'))
extra = staticmethod(marked(lambda: 0))
extra.note = [1]
print(list(extra.__dict__), extra.note, getattr(extra, '__name__', 'no name'))
tool, holder = Tool(), Holder()
print(tool.own, holder.field, Holder.field)
tool.own = 1
holder.field = 2
