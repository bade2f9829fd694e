#: One way, and round in a ring
#: Counting frees what nothing leads to. It is helpless against a ring, whose members lead to each other: that is what the collector is for.

import gc

superheroes = ["Batman", "Superman"]
#@ label "superheroes" superheroes
sidekicks = ["Robin", "Jimmy"]
#@ label "sidekicks" sidekicks
#: One way: the heroes' list refers to the sidekicks' list, but not the other way round.
superheroes.append(sidekicks)
#= count(sidekicks) == 2
#= count(superheroes) == 1

#: The sidekicks lose their name. The heroes still hold them.
del sidekicks
#= alive("sidekicks")
#= count(superheroes[2]) == 1

#? deaths One name is deleted. How many lists die?
del superheroes
#= not alive("superheroes")
#= not alive("sidekicks")

left = ["left"]
#@ label "left" left
right = ["right"]
#@ label "right" right
left.append(right)
#: Now there is a ring: left leads to right, and right leads to left.
right.append(left)
#= count(left) == 2
#= count(right) == 2
#= same(left[1][1], left)

del left
#= count(right) == 2
#= count(right[1]) == 1
#: No name leads to the two lists, but each has a count of 1, from the other.
#? alive("right") No name is left. Is the ring gone?
del right
#= alive("left")
#= alive("right")

#: The collector subtracts the references that the lists have from each other, finds 0 and 0, and frees both.
print(gc.collect())
#= prints '2'
#= not alive("left")
#= not alive("right")
