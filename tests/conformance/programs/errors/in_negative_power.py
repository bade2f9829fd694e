print(0 ** 0, 2 ** -1)
print(0 ** -1)
