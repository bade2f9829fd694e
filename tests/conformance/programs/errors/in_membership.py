print(3 in [1, 2, 3])
print(3 in 123)
