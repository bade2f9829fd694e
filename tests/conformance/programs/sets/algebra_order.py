# The order of a set's items tells how it was made: merged, copied, grown by one, cut down.
bases = [set('hello'), {'a', 'b'}, set(range(20)), {'x', 3, 2.5, (1, 2)}, set(range(0, 1000, 37))]
others = [set('abcdefgh'), frozenset('hell'), 'world', [5, 3, 97, 1], {'a': 1, 'q': 2, 'h': 3}, b'abc', {i: i for i in range(30)}]


def shown(items):
    return ' '.join(map(str, items))


for a in bases:
    for b in others:
        print('|', shown(a.union(b)), '&', shown(a.intersection(b)), '-', shown(a.difference(b)), '^', shown(frozenset(a).symmetric_difference(b)))
        for name in ('update', 'intersection_update', 'difference_update', 'symmetric_difference_update'):
            c = a.copy()
            getattr(c, name)(b)
            c.add('new')
            print(name, shown(c), c.pop())
        print(a.isdisjoint(b), a.issubset(b), a.issuperset(b))
    for b in others[:2] + [a]:
        c = d = e = f = a
        c |= b
        d = d & b
        e = e - b
        f = f ^ b
        print(shown(c), shown(d), shown(e), shown(f))
        print(shown(a.union(b, 'xyz', [1])), shown(a.intersection(b, a)), shown(a.difference(b, 'l', [3])))

one = {'a': 1, 'b': 2, 'c': 3, 'z': 9}
two = {'b': 2, 'c': 4, 'd': 5}
for left, right in ((one.keys(), two.keys()), (one.items(), two.items()), (one.keys(), set(two)), (set(one), two.keys()),
                    (two.keys(), list(one)), (one.items(), two.keys()), (two.items(), one.items())):
    print(shown(left | right), '&', shown(left & right), '-', shown(left - right), '^', shown(left ^ right))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print('hash', self.n)
        return self.n

    def __eq__(self, other):
        print('eq', self.n, other.n)
        return self.n == other.n

    def __repr__(self):
        return 'Key%d' % self.n


s = {Key(1), Key(2), Key(9)}
t = {Key(2), Key(10), Key(9)}
print(s | t, s & t, s - t, s ^ t)
s -= t
print(s, t.isdisjoint(s), set({Key(5): 1}))
print({'a', 'e', 'i', 'o', 'u'}, {'x', 3, 2.5, (1, 2)}, {'c', 3, (1, 2), (3, 4), 'a', 11, 'b'})
