# What ChainMap, UserDict, UserList and UserString are and have from collections.abc.
from collections import ChainMap, UserDict, UserList, UserString
from collections.abc import KeysView, Mapping, MutableMapping, MutableSequence, Sequence, Set

cm = ChainMap({"a": 1}, {"b": 2, "a": 3})
print(isinstance(cm, MutableMapping), isinstance(UserDict(), Mapping), isinstance(UserList(), MutableSequence),
      isinstance(UserString(""), Sequence), isinstance(UserString(""), str))
print(isinstance(cm.keys(), KeysView), cm.keys() >= {"a"}, sorted(cm.keys() | {"z"}), sorted(cm.items() & {("a", 1), ("b", 0)}))
print(cm == {"a": 1, "b": 2}, cm != {"a": 1}, list(cm.values()), ("b", 2) in cm.items(), 2 in cm.values())
cm.update(c=4)
cm.setdefault("d", 5)
print(cm.maps, cm.pop("c"))
try:
    print(cm | {"e": 6}, {"f": 7} | cm)
    cm |= {"g": 8}
    print(cm)
    print({"h": 1} | UserDict(i=2), UserDict(h=1) | UserDict(i=2))
except TypeError as e:
    print(e)


class Logged(ChainMap):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


log = Logged()
log.update({"k": 1}, l=2)
log.setdefault("m", 3)
print(log)
u = UserDict(a=1)
print(u.keys() - {"a"}, u.popitem(), u, u.pop("x", 0), u.setdefault("q", []), u == {"q": []})
for work in (lambda: u.update(1, 2), lambda: u.pop("zz"), lambda: u.popitem(1), lambda: UserDict().popitem(), lambda: hash(u)):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__, e if type(e) is not TypeError else "")


class Frozen(Set):
    def __init__(self, items):
        self.items = tuple(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    __hash__ = Set._hash


print(hash(Frozen("ab")) == hash(Frozen("ba")), {Frozen("ab"), Frozen("ba")} == {Frozen("ab")})


class Keys:
    def keys(self):
        return 5


for work in (lambda: dict(Keys()), lambda: {**Keys()}, lambda: {}.update(Keys())):
    try:
        work()
    except TypeError as e:
        print(e)
