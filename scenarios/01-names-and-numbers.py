#: Two names, one number
#: A name is not a box with a number in it. It is a label tied to an object, and an object can carry many labels.

#: One object is made ready, the int 10, and the name x is tied to it.
x = 10
#? same(x, y) Will y be tied to the same object as x, or to a copy?
y = x
#= same(x, y)

#: id() tells objects apart: one object, one id. Both names give the same id.
print(id(x) == id(y))
#= prints 'True'

#: An int never changes. x + 1 is another object, 11, and only the name x moves over to it.
x += 1
#= not same(x, y)

#? prints What does this comparison print now?
print(id(x) == id(y))
#= prints 'False'

#: y has not moved: nobody touched the label y, and nobody can touch the object 10.
print(x, y)
#= prints '11 10'

#: CPython keeps the ints from -5 to 256 ready from the start. Whoever needs a 10 gets that one.
z = 10
#= same(y, z)
