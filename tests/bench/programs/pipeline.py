# Comprehensions, generators, closures and functions as values.
SIZE = 20000


def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def odd(stream):
    for n in stream:
        if n % 2:
            yield n


def pairs(stream):
    before = None
    for n in stream:
        if before is not None:
            yield before, n
        before = n


def adder(amount):
    def add(n):
        return n + amount

    return add


print(sum(a * b for a, b in pairs(odd(numbers(SIZE)))))
squares = [n * n for n in range(SIZE)]
plus = [add for add in (adder(i) for i in range(3))]
moved = [plus[i % 3](n) for i, n in enumerate(squares)]
print(sum(moved), len({n % 97 for n in moved}), len({n: n + 1 for n in squares}))
print(sum(a - b for a, b in zip(moved, squares)), max(map(lambda n: n % 1009, squares)))
print(any(n < 0 for n in moved), all(n >= 0 for n in moved))
print(sorted(moved, key=lambda n: -n)[:3], list(filter(lambda n: n % 9999 == 0, moved))[:4])
