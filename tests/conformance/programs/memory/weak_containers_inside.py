"""What the library's weak containers are made of."""
import gc
import sys
import weakref


class Node:
    pass


def inside(container):
    print(type(container).__name__, [base.__name__ for base in type(container).__mro__ if base.__name__[0] != '_'])
    print([(name, type(value).__name__) for name, value in vars(container).items()])
    remove = container._remove
    print(remove.__qualname__, [type(value).__name__ for value in remove.__defaults__])
    print([type(r).__name__ for r in gc.get_referents(remove)])


node = Node()
values, keys, items = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
for container in values, keys, items:
    inside(container)
values['k'] = node
keys[node] = 1
items.add(node)
stored = values.data['k']
print(type(stored).__name__, stored.key, sys.getsizeof(stored), stored.__callback__ is values._remove)
print(sys.getrefcount(node), weakref.getweakrefcount(node), len(values.data), len(keys.data), len(items.data))
finalizer = weakref.finalize(node, print, 'gone', end='!\n')
info = finalizer._registry[finalizer]
print(type(info).__name__, sys.getsizeof(finalizer), sys.getsizeof(info), info.index, info.args, info.kwargs)
for key in keys:
    del node
    print(len(keys), len(keys._pending_removals))
print(len(keys), finalizer.alive)
del key
print(len(values), len(keys), len(items), finalizer.alive)


class Names(weakref.WeakValueDictionary):
    pass


for make in (lambda: weakref.WeakValueDictionary(1, 2), lambda: Names().update(1, 2), lambda: weakref.WeakValueDictionary({1: 2}),
             lambda: weakref.finalize(), lambda: weakref.finalize(Names), lambda: Names.update()):
    try:
        make()
    except TypeError as error:
        print(error)
