# Which keyword is complained about first.
def f(a=0):
    return a


def g(a=0, **others):
    return a, others


class Wrong(ImportError):
    pass


for given in ({'b': 1, 2: 3}, {2: 3, 'b': 1}, {'a': 1, 2: 3}, {1: 2}):
    for call in (f, g):
        try:
            print(call(**given))
        except TypeError as error:
            print(error)
for call in (Wrong, ImportError):
    try:
        print(call(key=2))
    except TypeError as error:
        print(error)
print('{} {x}'.format(1, x=2, **{'y': 3}))
