# When the pieces of a display or a call are made, and when they are unpacked: before 3.9 all of
# them are made first.


class Noisy:
    def __init__(self, name, items=(1, 2)):
        self.name, self.items = name, items
        print("make", name, end="; ")

    def __iter__(self):
        print("iterate", self.name, end="; ")
        return iter(self.items)

    def keys(self):
        print("keys", self.name, end="; ")
        return list(self.items)

    def __getitem__(self, key):
        return "%s[%s]" % (self.name, key)


def say(text):
    print("say", text, end="; ")
    return text


def show(*args, **kwargs):
    return args, sorted(kwargs.items(), key=str)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Named(Noisy):
    def __init__(self, name, items=("p", "q")):
        Noisy.__init__(self, name, items)


attempt(lambda: [say(0), *Noisy("a"), say(1), *Noisy("b"), say(2)])
attempt(lambda: (*Noisy("a"), say(1), *Noisy("b")))
attempt(lambda: len({*Noisy("a"), say(1), *Noisy("b")}))
attempt(lambda: {**Named("m"), say("k"): say("v"), **Named("n")})
attempt(lambda: {say("k"): 1, **Named("m")})
attempt(lambda: show(say(1), *Noisy("a"), *Noisy("b"), say(2)))
attempt(lambda: show(*Noisy("a"), x=say(1), **Named("m")))
attempt(lambda: show(**Named("m"), **Named("n")))
attempt(lambda: show(**Named("m"), z=say(1), **Named("n", ("r",))))
attempt(lambda: show(*Noisy("a"), **Named("m")))

print("what cannot be unpacked")
attempt(lambda: [*1, say(2)])
attempt(lambda: (say(0), *1, say(2)))
attempt(lambda: {*1, say(2)})
attempt(lambda: {**1, say(2): 3})
attempt(lambda: {**"a", "b": say(2)})
attempt(lambda: show(*1, say(2)))
attempt(lambda: show(*1, *say("ab")))
attempt(lambda: show(*1, **say({})))
attempt(lambda: show(*1, **2))
attempt(lambda: show(say(1), **2))
attempt(lambda: show(x=1, **2, y=say(3)))
attempt(lambda: show(**{"x": 1}, **2))
attempt(lambda: show(**{"x": 1}, **{"x": say(2)}))
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(x=1, **{"x": 1}))
attempt(lambda: print(*1, say(3)))
attempt(lambda: sorted(*[[3, 1, 2]], **{"reverse": say(True)}))
attempt(lambda: dict(**{"a": 1}, **{"b": say(2)}))

print("classes")


def bases():
    print("bases", end="; ")
    yield Noisy


class Mixed(Named, *bases(), *say(())):
    pass


print([c.__name__ for c in Mixed.__mro__])

first, *middle, last = [*range(3), *"ab", *{"k": 1}]
print(first, middle, last, [*[]], (*(),), {**{}}, {*()})


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print("new", name, len(bases), sorted(keywords.items()))
        return type.__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        type.__init__(cls, name, bases, namespace)


options = {"metaclass": Meta, "level": 3}


class Made(*[Noisy], **options):
    pass


class Again(*(), other=1, **options):
    pass


def wrong():
    class Broken(*1, **options):
        pass


def conflict():
    class Broken(*[int, str], **{"metaclass": type}):
        pass


attempt(wrong)
attempt(conflict)
