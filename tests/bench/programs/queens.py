# Search by recursion: queens on a board, with sets of what is taken; then permutations by swapping.
SIZE = 8


def place(row, columns, rising, falling):
    if row == SIZE:
        return 1
    found = 0
    for column in range(SIZE):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        found += place(row + 1, columns, rising, falling)
        columns.remove(column)
        rising.remove(row + column)
        falling.remove(row - column)
    return found


def permute(items, start, report):
    if start == len(items):
        report.append(items[0])
        return
    for i in range(start, len(items)):
        items[start], items[i] = items[i], items[start]
        permute(items, start + 1, report)
        items[start], items[i] = items[i], items[start]


print(place(0, set(), set(), set()))
firsts = []
permute(list(range(SIZE)), 0, firsts)
print(len(firsts), sum(firsts))
