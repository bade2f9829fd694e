#: A title
#: The summary,
#: on two lines.

xs = [0]
#: This note is
#: about the loop.
for i in range(3):
    xs.append(i)
    #= count(xs) == 1
else:
    last = xs
#= same(xs, last)

#? count(xs) Guess.
del last
#@ label "xs" xs
#= alive("xs")
