# What the program was doing when the recursion grew too deep.
def compares(n):
    if n == 0:
        return 1
    return n * compares(n - 1)


def contains(n):
    return 0 if n in (1, 2) else contains(n + 1)


def shows(n):
    return shows(n + len(str(n)))


def prints(n):
    print(end="")
    return prints(n + 1)


def only_calls(n):
    return only_calls(n + 1)


def adds(n):
    return n + adds(n)


def through_lambda(n):
    return (lambda x: through_lambda(x + 1))(n)


def tries(n):
    try:
        return tries(n + 1)
    finally:
        n = 0


class Chain:
    def __init__(self, n):
        self.next = Chain(n + 1)


class Endless:
    def __getitem__(self, i):
        return self[i]

    def __add__(self, other):
        return self + other

    def __contains__(self, x):
        return x in self


def generates():
    yield from generates()


e = Endless()
for work in (lambda: compares(-1), lambda: contains(3), lambda: shows(1), lambda: prints(1), lambda: only_calls(1),
             lambda: adds(1), lambda: through_lambda(1), lambda: tries(1), lambda: Chain(1), lambda: e[0],
             lambda: e + 1, lambda: 1 in e, lambda: list(generates())):
    try:
        work()
    except RecursionError as error:
        print(error)
compares(-1)
