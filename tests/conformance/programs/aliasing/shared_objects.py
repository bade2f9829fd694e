class Person:
    def __init__(self, name, friends=None):
        self.name = name
        self.friends = friends if friends is not None else []


ann = Person("Ann")
bob = Person("Bob", [ann])
ann.friends.append(bob)
print(ann.friends[0].friends[0].name, ann.friends[0].friends[0] is ann)
other = ann
other.name = "Anna"
print(ann.name, bob.friends[0].name)
team = [ann, bob, ann]
team[2].name = "Annabel"
print(team[0].name, team.count(ann), team.index(bob))
shared = {"count": 0}
a = {"data": shared}
b = {"data": shared}
a["data"]["count"] += 1
print(b["data"]["count"], a == b, a is b, a["data"] is b["data"])
t = (shared, shared)
t[0]["count"] = 7
print(t, shared)


def touch(person):
    person.name += "?"
    person = Person("Nobody")
    return person


print(touch(ann).name, ann.name)
