"""__set_name__ may change the class: the names were taken before the first one was called."""
import sys


class Tag:
    def __init__(self, action=None):
        self.action = action

    def __repr__(self):
        return '<tag>'

    def __set_name__(self, owner, name):
        print(owner.__name__, name, sys.getrefcount(self))
        if self.action:
            self.action(owner, name)


def shown(cls):
    print({name: vars(cls)[name] for name in sorted(vars(cls)) if not name.startswith('__')})


class Swapped:
    first = Tag(lambda owner, name: setattr(owner, 'second', 'set by first'))
    second = Tag(lambda owner, name: setattr(owner, 'first', 'set by second'))


class Deleting:
    first = Tag(lambda owner, name: delattr(owner, 'last'))
    middle = 7
    last = Tag(lambda owner, name: delattr(owner, 'first'))


class Itself:
    only = Tag(lambda owner, name: setattr(owner, name, name.upper()))


class Growing:
    one = Tag(lambda owner, name: [setattr(owner, 'more%d' % i, Tag()) for i in range(20)])
    two = Tag(lambda owner, name: None)


for cls in Swapped, Deleting, Itself:
    shown(cls)
print(len(vars(Growing)) > 20, Growing.two)
