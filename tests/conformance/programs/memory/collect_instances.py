import gc


class Person:
    def __init__(self, name):
        self.name = name
        self.friend = None


gc.collect()
ann = Person("Ann")
bob = Person("Bob")
ann.friend = bob
bob.friend = ann
del ann
print(gc.collect())
print(bob.friend.friend is bob)
del bob
print(gc.collect())
me = Person("Me")
me.friend = me
me = None
print(gc.collect())
hero = Person("Hero")
hero.friend = [Person("Sidekick")]
hero.friend[0].friend = hero
del hero
print(gc.collect())


def make():
    a = Person("a")
    b = Person("b")
    a.friend, b.friend = b, a
    return a.name


print(make(), gc.collect())


class Local:
    def method(self):
        return self


del Local
print(gc.collect())
