class Box:
    pass


b = Box()
b.value = 1
print(b.value)
n = 5
n.value = 1
