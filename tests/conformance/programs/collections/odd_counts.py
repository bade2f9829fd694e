# Counters whose counts are no numbers, selections from them, and named tuples that iterate in their own way.
import collections
import copy
import heapq


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


numbers = [17, 3, 44, 8, 3, 29, 17, 0, 5, 44, 12]
for n in (-1, 0, 1, 2, 5, 10, 11, 20):
    attempt(lambda: (heapq.nsmallest(n, numbers), heapq.nlargest(n, numbers)))
    attempt(lambda: (heapq.nsmallest(n, numbers, key=lambda x: x % 7), heapq.nlargest(n, iter(numbers), key=lambda x: x % 7)))
    attempt(lambda: collections.Counter(numbers).most_common(n))
attempt(lambda: heapq.nsmallest(2, [1, 'a', 2]))
attempt(lambda: heapq.nlargest(0, {(1, 2): 1, None: 0}))
attempt(lambda: heapq.nsmallest(1, []))

odd = collections.Counter({1: 'one', 2: 'two'})
plain = collections.Counter('aab')
for action in (lambda: odd + plain, lambda: odd - plain, lambda: odd | plain, lambda: odd & plain, lambda: +odd, lambda: -odd,
               lambda: plain & odd, lambda: plain - odd, lambda: plain + collections.Counter(a=-2, c=-1),
               lambda: plain - collections.Counter(a=2, c=-1), lambda: -collections.Counter(a=-2, c=1),
               lambda: odd & collections.Counter(), lambda: collections.Counter() | odd):
    attempt(action)
attempt(lambda: plain.update(1, 2))
attempt(lambda: plain.subtract(1, 2))
attempt(lambda: collections.Counter(1, 2))

Point = collections.namedtuple('Point', 'x y')


class Odd(Point):
    def __iter__(self):
        print('iterating')
        return iter('zz')


attempt(lambda: Odd(1, 2))
attempt(lambda: Odd(1, 2)._replace(x=3))
attempt(lambda: copy.copy(Point(1, [2])))
attempt(lambda: copy.deepcopy(Point(1, [2])))
attempt(lambda: copy.copy(Odd(1, 2)))
