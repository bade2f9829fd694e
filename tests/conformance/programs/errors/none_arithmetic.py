def average(values):
    if values:
        return sum(values) / len(values)


print(average([1, 2, 3]) + 1)
print(average([]) + 1)
