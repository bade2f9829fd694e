# types.SimpleNamespace: attributes, repr within itself, equality.
from types import SimpleNamespace

ns = SimpleNamespace(a=1, b=[2])
ns.c = "x"
del ns.a
print(ns, ns == SimpleNamespace(b=[2], c="x"), ns != SimpleNamespace(), ns == {"b": [2], "c": "x"}, vars(ns))
ns.me = ns
ns.other = SimpleNamespace(back=ns)
print(ns)
print(ns.other)


class Settings(SimpleNamespace):
    def total(self):
        return sum(vars(self).values())


s = Settings(x=1, y=2)
print(s, s.total(), repr(SimpleNamespace()), hasattr(ns, "a"), s == Settings(y=2, x=1), s == SimpleNamespace(x=1, y=2))
for work in (lambda: ns < ns, lambda: hash(s)):
    try:
        print(work())
    except TypeError as e:
        print(e)
