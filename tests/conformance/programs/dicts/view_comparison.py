# Views of items compare without hashing what they hold.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


one, two, more = {1: []}, {2: []}, {1: [], 2: {}}
for left in (one, two, more, {}):
    for right in (one, two, more, {}):
        print(left.items() == right.items(), left.items() != right.items(), left.items() < right.items(),
              left.items() <= right.items(), left.items() > right.items(), left.items() >= right.items(),
              left.keys() < right.keys(), left.keys() >= right.keys())
attempt(lambda: one.items() == {(1, 2)})
attempt(lambda: one.items() < {(1, 2), 3})
attempt(lambda: one.items() & two.items())
attempt(lambda: one.keys() == [1])
attempt(lambda: one.keys() < [1])
