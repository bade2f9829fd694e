import sys
a = 'hello'
b = 'hel' + 'lo'
c = 'hel'
d = c + 'lo'
e = sys.intern(d)
f = 'hello world'
g = 'hello world'
h = ''.join(['hello', ' ', 'world'])
i = sys.intern(h)
j = 'x' * 5
k = 'x' * 5000
m = chr(120)
n = 'abc'[2]
class Name:
    attr = 'attr'
setattr(Name, d, 1)
o = getattr(Name, 'hello')
print(a is b, a is d, a is e, f is g, i is f, m is 'x'[0], n is 'c'[0])
