import sys
class Stack(list):
    def push(self, x):
        self.append(x)
class Names(dict):
    pass
class Age(int):
    pass
class Point(tuple):
    __slots__ = ()
class Lost(Exception):
    pass
s = Stack()
s.push([1])
s.title = 'pile'
t = Stack([2, 3])
t.title = 'other'
t.owner = s
print(sys.getsizeof(s), sys.getsizeof(t))
n = Names(a=1)
n.kind = t
a = Age(40)
a.unit = 'years'
print(a + 1, sys.getsizeof(n.__dict__))
p = Point((a, n))
try:
    raise Lost('key')
except Lost as e:
    e.where = p
    e.when = 3
    print(e.where[0].unit)
del s, t
n.kind = None
del p
print(sorted(vars(n)))
