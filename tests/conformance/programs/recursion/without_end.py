# What a recursion that never ends says depends on what the deepest frame was about to do.
import sys


def countdown(n):
    if n == 0:
        return "liftoff"
    return countdown(n - 1)


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def search(word, letters):
    if word == letters:
        return word
    return search(word, letters + "x")


def halve(x):
    if x < 0.5 or x == "never":
        return x
    return halve(x)


def shout(n):
    print(end="")
    return shout(n + 1)


def measure(items):
    return len(items) + measure(items)


def describe(n):
    return f"{n} then {describe(n + 1)}"


def spell(n):
    return str(n) + spell(n + 1)


def contains(n):
    return n in (-1, -2) or contains(n + 1)


class Node:
    def __init__(self, depth):
        self.child = Node(depth + 1)


class Mirror:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return self.missing

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()


def attempt(name, function, *arguments):
    try:
        function(*arguments)
    except RecursionError as error:
        print(f"{name}: {error}")


mirror = Mirror()
attempt("countdown", countdown, -1)
attempt("factorial", factorial, 5000)
attempt("search", search, "word", "")
attempt("halve", halve, 1.0)
attempt("halve an int", halve, 1)
attempt("shout", shout, 0)
attempt("measure", measure, [1])
attempt("describe", describe, 1)
attempt("contains", contains, 1)
attempt("Node", Node, 1)
attempt("call", mirror)
if sys.version_info >= (3, 7):
    attempt("attribute", lambda: mirror.anything)
    attempt("len", lambda: len(mirror))
    attempt("spell", spell, 1)
    attempt("equal", lambda: mirror == 1)
    attempt("repr", lambda: repr(mirror))


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError as error:
        return str(error)


print(depth())
sys.setrecursionlimit(80)
factorial(-3 + 200)
