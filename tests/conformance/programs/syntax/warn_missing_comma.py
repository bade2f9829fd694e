rows = [[1, 2], [3, 4]]
print(rows[0][1])


def broken():
    return [
        (1, 2)
        (3, 4)
    ]


def other():
    return [[1, 2] [3, 4], "ab"["c"], 5[0]]


broken()
