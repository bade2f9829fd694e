class Color:
    RED, GREEN = 'red', 'green'
    ALL = [RED, GREEN]
    by_name = {name: len(name) for name in ('red', 'green')}
    def __init__(self, name):
        assert name in self.ALL
        self.name = name
    def __hash__(self):
        return hash(self.name)
    def __eq__(self, other):
        return self.name == other.name
r = Color(Color.RED)
s = Color('red')
found = {r: [1]}
found[s] = [2]
t = r == s, r is s
u = {r, s}
del r
v = list(found)[0]
found.clear()
print(t, len(u), v.name, Color.by_name)
