def average(values):
    total = 0
    for v in values:
        total += v
    return total / len(values)


def report(name, values):
    print(name, average(values))


report("full", [1, 2, 3])
report("empty", [])
print("never")
