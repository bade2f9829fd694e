def append_to(item, target=[]):
    target.append(item)
    return target


print(append_to(1))
print(append_to(2))
print(append_to(3, []))
print(append_to(4))


def fresh(item, target=None):
    if target is None:
        target = []
    target.append(item)
    return target


print(fresh(1))
print(fresh(2))
a = append_to("a")
b = append_to("b")
print(a is b, len(a))


def count(word, counts={}):
    counts[word] = counts.get(word, 0) + 1
    return counts


count("x")
count("y")
print(count("x"))
