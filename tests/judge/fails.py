a = [1, 2]
#@ label "a" a
#= count(a) == 2
#= size(a) < 72
#= generation(a) == 1
#= same(a[0], a[1])
#= not alive("a")
#= alive("b")
#= count(c) == 1
#= not count(c) == 1
#= not same(a, c)
#= prints 'x'
if False:
    b = 1
    #= count(b) > 0
for i in range(3):
    a.append(i)
    #= size(a) == 88
#= generation(i) == 0
