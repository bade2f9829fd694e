# float() of what is blank, and sizes that no memory has.
def attempt(action):
    try:
        print(action())
    except (ValueError, MemoryError, TypeError, OverflowError) as error:
        print(type(error).__name__, error, error.args)


for text in ('', ' ', '\t\n', 'x', ' x ', '1 2'):
    attempt(lambda: float(text))
    attempt(lambda: float(text.encode()))
    attempt(lambda: float(bytearray(text, 'ascii')))
attempt(lambda: 'a' * 10 ** 18)
attempt(lambda: [1] * 10 ** 18)
attempt(lambda: b'a' * 10 ** 18)
for reverse in (0, 1, True, 'x', None, 1.5, [], 2 ** 70):
    attempt(lambda: sorted([1, 3, 2], reverse=reverse))
    attempt(lambda: [2, 1].sort(reverse=reverse))
