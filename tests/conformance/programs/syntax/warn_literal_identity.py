x = 5
if x is 5:
    print("five")
if x is not "a":
    print("not a")
assert (x == 5, "always true")
print(x is None, x is True, x is ())


def same():
    return 1.5 is x or x is -7


print(same(), 1 < x is 5)
