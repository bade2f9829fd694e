# Three names for one string, and what sys.getrefcount says of it.
import sys

first = "a string of several words"
print(sys.getrefcount(first))
second = first
third = second
print(sys.getrefcount(first), first is second is third)
second = "another string altogether"
print(sys.getrefcount(first), sys.getrefcount(second))
del third
print(sys.getrefcount(first))
names = [first, first]
print(sys.getrefcount(first))
names.clear()
first = None
made = "".join(["made ", "at ", "run time"])
alias = made
print(sys.getrefcount(made))
del made
print(alias, sys.getrefcount(alias))
