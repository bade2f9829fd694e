"""A list as a heap: no item is less than the one at half its place."""

import sys

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _rise(heap, top, place):
    """The item at `place` goes up, not above `top`, until its parent is not greater."""
    item = heap[place]
    while place > top:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sink(heap, place):
    """The smaller children go up along a way to a leaf; the item takes its place from there."""
    end, top, item = len(heap), place, heap[place]
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


def _check(heap, function, position):
    if not isinstance(heap, list):
        if sys.version_info < (3, 10):
            raise TypeError('heap argument must be a list')
        raise TypeError('%s() argument %smust be list, not %s' % (function, position, type(heap).__name__))


def heappush(heap, item):
    _check(heap, 'heappush', '1 ')
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    _check(heap, 'heappop', '')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item):
    _check(heap, 'heapreplace', '1 ')
    if not heap:
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item):
    _check(heap, 'heappushpop', '1 ')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    _check(x, 'heapify', '')
    for place in range(len(x) // 2 - 1, -1, -1):
        _sink(x, place)


class _Backwards:
    """An item of a heap whose greatest comes first."""
    __slots__ = 'rank',

    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return other.rank < self.rank


def merge(*iterables, key=None, reverse=False):
    def ranked(value):
        rank = value if key is None else key(value)
        return _Backwards(rank) if reverse else rank

    heap = []
    for order, iterable in enumerate(iterables):
        source = iter(iterable)
        for value in source:
            heap.append([ranked(value), order * (-1 if reverse else 1), value, source])
            break
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[0], entry[2] = ranked(value), value
            heapreplace(heap, entry)
            break
        else:
            heappop(heap)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
