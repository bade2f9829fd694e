numbers = [5, 2, 9, 1, 5, 6]
print(sorted(numbers), numbers)
numbers.sort()
print(numbers)
numbers.sort(reverse=True)
print(numbers)
print(sorted(["banana", "apple", "Cherry"]), sorted("hello"))
print(sorted([3, 1.5, True, 2]), sorted([1, True, 1.0]), sorted([True, 1.0, 1]))
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1, "a")]))
print(sorted([[3], [1, 2], [1]]), sorted([2, 3, 1], reverse=True))
print(sorted({"b": 1, "a": 2}), sorted((3, 2, 1)))


def second(pair):
    return pair[1]


people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25)]
print(sorted(people, key=second))
print(sorted(people, key=second, reverse=True))
people.sort(key=second)
print(people)
print(sorted(["ccc", "a", "bb", "aa"], key=len))
print(numbers.sort(), min(numbers), max(numbers), sum(numbers))
