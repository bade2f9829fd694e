def find(names, wanted):
    for name in names:
        if name[0] == wanted:
            return name


print(find(["Ann", "Bob"], "B")[1])
print(find(["Ann", "Bob"], "C")[1])
