# A frame that an exception keeps alive keeps the frames of its callers, and their locals.
import gc, sys
gc.disable()
class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, end="; ")
saved = []
def inner():
    raise ValueError
def middle():
    m = Loud('middle')
    try: inner()
    except ValueError as e: saved.append(e)
    print('middle', end='; ')
def outer():
    o = Loud('outer')
    middle()
    print('outer', end='; ')
outer()
print('saved')
del saved[:]
print('end')
def gen():
    g = Loud('gen')
    middle()
    yield 1
def user():
    u = Loud('user')
    for x in gen(): pass
    print('loop', end='; ')
user()
print('saved')
del saved[:]
print('end')
def again(exc):
    try: raise exc
    except ValueError: return 5
def holder(*args):
    h = Loud('holder')
    again(*args)
holder(ValueError('x'))
print('after')
print(gc.collect())
