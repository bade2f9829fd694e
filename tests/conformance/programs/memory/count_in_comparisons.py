import sys


class Word:
    seen = []

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        Word.seen.append(("hash", sys.getrefcount(self)))
        return 7

    def __eq__(self, other):
        Word.seen.append(("eq", sys.getrefcount(self), sys.getrefcount(other)))
        return self.text == other.text

    def __lt__(self, other):
        Word.seen.append(("lt", sys.getrefcount(self), sys.getrefcount(other)))
        return self.text < other.text

    def __format__(self, spec):
        Word.seen.append(("format", sys.getrefcount(self)))
        return self.text + spec


def show(title):
    print(title, Word.seen)
    Word.seen.clear()


first, second, third = Word("b"), Word("a"), Word("c")
table = {first: 1}
show("a display")
table[second] = 2
show("another key")
table[Word("b")] = 3
show("an equal key")
second in table
table.get(second)
show("asked")
del table[first]
show("deleted")
words = [first, second, third]
min(words)
show("min")
max(words)
show("max")
words.sort()
show("sort")
print("{} {:!}".format(first, second), f"{third}", format(first))
show("formats")
print(sys.getrefcount(first), sys.getrefcount(second), sys.getrefcount(third))
