import weakref
class Node:
    def __init__(self, name):
        self.name = name
def gone(text):
    print('gone', text)
seen = weakref.WeakSet()
notes = weakref.WeakKeyDictionary()
a = Node('a')
b = Node('b')
seen.add(a)
seen.add(b)
notes[a] = ['first']
print(len(seen), a in seen, len(notes))
f = weakref.finalize(b, gone, 'b')
print(f.alive)
for x in seen:
    x.name += '!'
del x
del b
print(len(seen), f.alive)
m = weakref.WeakMethod(f.peek)
print(notes[a])
del a
print(len(seen), len(notes))
