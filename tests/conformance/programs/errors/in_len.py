print(len("five"))
print(len(5))
