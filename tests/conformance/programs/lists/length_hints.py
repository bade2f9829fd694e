# Who asks an iterable for its length before going through it, and what the list looks like while it is sorted.
class Sized:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        print("len", end=" ")
        return self.n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i

class Hinted:
    def __init__(self, n):
        self.numbers = iter(range(n))
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.numbers)
    def __length_hint__(self):
        print("hint", end=" ")
        return 3

def star(*values):
    return values

users = [list, tuple, set, sorted, max, sum, star, lambda x: [*x], lambda x: star(*x), lambda x: list(map(str, x)),
         lambda x: list(zip(x)), lambda x: dict.fromkeys(x), lambda x: [0].extend(x), lambda x: list(iter(x)), enumerate]
for kind in (Sized, Hinted):
    for number, user in enumerate(users):
        print(kind.__name__, number, end=": ")
        user(kind(2))
        print()
print(list(reversed(Sized(3))))

class Broken(Sized):
    def __len__(self):
        raise ValueError("no length")
for user in (list, tuple, set, reversed):
    try:
        print(user(Broken(2)))
    except ValueError as e:
        print(e)

numbers = [3, 1, 2]
numbers.sort(key=lambda x: print(numbers) or -x)
print(numbers)
try:
    numbers.sort(key=lambda x: numbers.append(x) or x)
except ValueError as e:
    print(e, numbers)
try:
    numbers.sort(key=lambda x: 1 / (x - 2))
except ZeroDivisionError as e:
    print(e, numbers)
numbers.sort(key=lambda x: numbers.clear() or x)
print(numbers)
