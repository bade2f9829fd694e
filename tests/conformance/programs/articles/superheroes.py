# Heroes and sidekicks who refer to each other: only the collector frees them.
import gc
import sys


class Superhero:
    def __init__(self, name):
        self.name = name
        self.sidekick = None

    def __del__(self):
        print(self.name, "retires")


class Sidekick:
    def __init__(self, name, hero):
        self.name = name
        self.hero = hero
        hero.sidekick = self

    def __del__(self):
        print(self.name, "goes home")


gc.disable()
gc.collect()
batman = Superhero("Batman")
robin = Sidekick("Robin", batman)
print(sys.getrefcount(batman), sys.getrefcount(robin))
del batman
print(robin.hero.name, sys.getrefcount(robin))
del robin
print("unreachable, and still there")
print(gc.collect(), "collected")
alone = Superhero("Nobody's friend")
del alone
team = [Superhero("A"), Superhero("B")]
for hero in team:
    Sidekick("friend of " + hero.name, hero)
team.append(team)
hero = team = None
print("three left to the collector")
print(gc.collect() > 0, gc.collect(), gc.garbage)
