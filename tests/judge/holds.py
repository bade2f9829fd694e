import gc

class Node:
    kind = [0]

    def __init__(self, value):
        self.value = value

a = Node([1, 2])
#@ label "first" a
#= count(a) == 1
#= count(a.value) == 1
#= count(a.value) != 2
#= size(a.value) == 72
#= same(a.kind, Node.kind)
#= alive("first")
#= generation(a) == 0
b = a
#= count(a) == 2
#= same(a, b)
d = {'k': b, 3: [b]}
#= count(a) == 4
#= same(d['k'], d[3][0])
for i in range(3):
    d[3].append(i)
    #= count(d) == 1
    #= count(d[3]) < 2
#= size(d[3]) == 120
print('one')
#= prints 'one'
if True:
    print(1)
    print(2)
else:
    print(3)
#= prints '1\n2'
gc.collect()
#= generation(a) == 2
#= generation(d) == 2
d.clear()
#= count(a) == 2
#= not same(a, d)
del b
#= count(a) == 1
a = None
#= not alive("first")
#= prints ''
def f(x):
    y = [x]
    #= count(y) == 1
    #= same(y[0], x)
    return y
r = f(a)
#= count(r) == 1
#= same(r[-1], a)
