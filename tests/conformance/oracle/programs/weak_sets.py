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
notes[a] = ['first']
print(len(seen), a in seen, len(notes))
f = weakref.finalize(b, gone, 'b')
print(f.alive)
del b
for x in list(seen):
    x.name += '!'
for k, v in list(notes.items()):
    v.append(k.name)
del x, k, v
print(len(seen), f.alive)
print(notes[a])
del a
print(len(seen), len(notes))
