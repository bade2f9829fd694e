values = [3, "two", 1]
print(len(values))
values.sort()
