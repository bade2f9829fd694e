def modify(numbers):
    numbers.append(4)
    numbers[0] = 99


def rebind(numbers):
    numbers = [0]
    return numbers


def extend(numbers):
    numbers += [5]


values = [1, 2, 3]
modify(values)
print(values)
print(rebind(values), values)
extend(values)
print(values)


def add_one(n):
    n += 1
    return n


n = 10
add_one(n)
print(n, add_one(n))


def fill(table, key):
    table[key] = len(table)
    return table


d = {}
print(fill(fill(fill(d, "a"), "b"), "c") is d, d)


def swap(pair):
    pair[0], pair[1] = pair[1], pair[0]


p = [1, 2]
swap(p)
print(p)
