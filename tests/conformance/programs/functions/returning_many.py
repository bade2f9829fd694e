def statistics(values):
    low = high = values[0]
    total = 0
    for v in values:
        if v < low:
            low = v
        if v > high:
            high = v
        total += v
    return low, high, total / len(values)


smallest, largest, mean = statistics([4, 8, 15, 16, 23, 42])
print(smallest, largest, mean)
result = statistics((1.5, 2.5))
print(result, type(result), len(result), result[2])


def divide(a, b):
    quotient = a // b
    return quotient, a - quotient * b


for pair in [(17, 5), (-17, 5), (17, -5)]:
    q, r = divide(pair[0], pair[1])
    print(pair, q, r)


def nested():
    return [1, (2, 3)], {"k": "v"}


(one, (two, three)), table = nested()
print(one, two, three, table)
