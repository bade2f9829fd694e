s = {(1, 2), "a"}
print(len(s))
s.add([1])
