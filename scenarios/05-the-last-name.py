#: The last name
#: del takes away a name. The object lives on as long as anything else leads to it, and not a moment longer.

a = [1, 2, 3]
#@ label "list" a
#= count(a) == 1
#= size(a) == 88

#: A second name for the same list: its count goes from 1 to 2.
b = a
#= same(a, b)
#= count(a) == 2

#? alive("list") The name a is deleted. Is the list?
del a
#= alive("list")
#= count(b) == 1

#: Nothing is lost: b leads to the same three items.
print(b)
#= prints '[1, 2, 3]'

#? deaths This was the last name. What dies?
del b
#= not alive("list")

#: The list is gone, its ints are not: 1, 2 and 3 are small ints, which never die.
print("done")
#= prints 'done'
