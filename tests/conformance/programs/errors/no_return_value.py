def find(items, wanted):
    for item in items:
        if item == wanted:
            return item


def print_twice(text):
    print(text)
    print(text)


result = print_twice("hello")
print(result, find(["a"], "a"), find(["a"], "b"))
print(find(["a"], "a").upper())
print(find(["a"], "b").upper())
