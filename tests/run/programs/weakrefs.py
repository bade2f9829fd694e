import gc

import _weakref as weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def told(text):
    return lambda dead: print(text, dead())


a = Node("a")
first = weakref.ref(a, told("first"))
second = weakref.ref(a, told("second"))
shared = weakref.ref(a)
print(shared is weakref.ref(a), weakref.getweakrefcount(a), first == second)
proxy = weakref.proxy(a)
proxy.name = "b"
print(a.name, len(weakref.getweakrefs(a)))
del a
print(shared(), first())
try:
    proxy.name
except ReferenceError as error:
    print(error)
gc.collect()
ring = [Node("in ring")]
ring.append(ring)
outside = weakref.ref(ring[0], told("outside"))
ring[0].inside = weakref.ref(ring[0], told("never"))
del ring
print(gc.collect())


def steps():
    try:
        yield 1
    finally:
        print("closed")


generator = steps()
next(generator)
of_generator = weakref.ref(generator, told("generator"))
generator = None
many = [Node(i) for i in range(3)]
refs = [weakref.ref(node, told("many")) for node in many]
print(len({ref for ref in refs}), refs[1] in refs)
many.pop(1)
del refs[0]
many.clear()


class Held:
    def __del__(self):
        global kept
        kept = self


held = Held()
of_held = weakref.ref(held)
del held
print(of_held() is kept)
del kept
print(of_held())
gc.freeze()
gc.unfreeze()
gc.callbacks.append(lambda phase, info: print(phase, info["generation"]))
gc.collect(1)
gc.callbacks.clear()
