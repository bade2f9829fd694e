# A copy of an iterator goes on from where it stands; the original does not move.
import copy


class Three:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index > 2:
            raise IndexError(index)
        return index


numbers = {1: 'a', 2: 'b', 3: 'c'}
made = [iter([1, 2, 3]), iter((1, 2)), iter('añ日'), iter(b'abc'), iter(bytearray(b'ab')), iter(range(2, 9, 3)),
        iter(range(10 ** 20, 10 ** 20 + 3)), iter({7}), iter(numbers), iter(numbers.values()), iter(numbers.items()),
        reversed([1, 2, 3]), reversed((1, 2)), reversed(range(3)), iter(Three()), reversed(Three()),
        iter(lambda: 1, 2), enumerate('abc', 5), zip('ab', [1, 2]), map(abs, [-1, -2], ), filter(None, [0, 1, 2])]
for it in made:
    print(type(it).__name__[:4], next(it))
    again = copy.deepcopy(it)
    if type(it).__name__ == 'callable_iterator':
        print(next(again))
        continue
    if type(it).__name__ not in ('enumerate', 'zip', 'map', 'filter'):
        print(list(copy.copy(it)))
    print(list(again), list(it), list(copy.copy(it)))

it = iter([1, 2, 3])
it.__setstate__(2)
print(list(it))
it = iter('abcdef')
for place in (4, -3, 100):
    it.__setstate__(place)
    print(next(it, 'end'))
print(iter([1, 2]).__reduce__()[1:], reversed([1, 2]).__reduce__()[1:], iter(()).__reduce__()[1:])
