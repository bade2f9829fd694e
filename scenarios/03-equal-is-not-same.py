#: Equal is not the same
#: Every time a list display such as [1, 2, 3] is carried out it makes a new list, even when an equal one exists already.

a = [1, 2, 3]
#? same(a, b) The same text a second time: the same list?
b = [1, 2, 3]
#= not same(a, b)
#= same(a[0], b[0])
#= count(a) == 1
#= count(b) == 1

#: == compares what is inside, is compares which object it is. The items are shared, the lists are not.
print(a == b, a is b)
#= prints 'True False'

#: A third name, but not a third list: c is tied to the list that b leads to.
c = b
#= same(b, c)
#= count(b) == 2

#? same(b, c) When 4 is appended through c, does c become a list of its own?
c.append(4)

#: The change is seen through b and through c, for both lead to the one list that has changed.
print(a, b, c)
#= prints '[1, 2, 3] [1, 2, 3, 4] [1, 2, 3, 4]'
print(a == b, b is c)
#= prints 'False True'
