class Z(zip): pass
class M(map): pass
class F(filter): pass
class R(reversed): pass
class E(enumerate): pass
class K(map):
    def __init__(self, *a, tag=None): self.tag = tag
    def __next__(self): return super().__next__() + 1
for x in Z([1], [2]), M(str, [1]), F(None, [1]), E('a'), K(int, '12', tag=3):
    print(type(x).__name__, list(x), isinstance(x, type(x).__mro__[1]), vars(x))
import sys, gc
print([sys.getsizeof(x) for x in (Z([1]), M(str, [1]), F(None, []), E(''), zip(), map(str, []), filter(None, []), enumerate(''))])
class Counted(map):
    made = 0
    def __init__(self, f, *its):
        Counted.made += 1
        self.calls = 0
    def __next__(self):
        self.calls += 1
        return super().__next__()
c = Counted(len, ['a', 'bb'])
print(list(c), c.calls, Counted.made, repr(c)[:20].replace("__main__.", ""), [x for x in Counted(abs, [-1])])
print(next(Counted(abs, [-5])), max(Counted(abs, [-5, -7])), sorted(Counted(abs, [-5, -7])), sum(Counted(abs, [-5, -7])))
