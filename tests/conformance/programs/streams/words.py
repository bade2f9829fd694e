import sys
from operator import itemgetter, attrgetter, mul, add
from functools import reduce
data = [('b', 2, 3.5), ('a', 2, 1.5), ('c', 1, 2.5)]
print(sorted(data, key=itemgetter(1, 0)), sorted(data, key=itemgetter(2), reverse=True)[0])
print(reduce(mul, range(1, 6)), list(map(add, [1, 2], [3, 4])))
for line in sys.stdin:
    word = line.rstrip('\n')
    if not word: break
    print('%-10s|%5d' % (word, len(word)))
total = 0
for line in iter(input, 'done'):
    try: total += int(line)
    except ValueError as e: print('skip:', e, file=sys.stderr)
print('total', total)
rest = sys.stdin.read().split()
print(rest, len(rest))
print(input('more? '))
