def scale(value, factor):
    return value * factor


print(scale(2, factor=3))
print(scale(2, value=3))
