# Each marker here is wrong.

#= count(x) == 1

x = [1]
if x:
    #? coutn(x)
    y = 2
    #= count(y) = 1
    z = 3

#@ labl "x" x
#: a note about nothing
