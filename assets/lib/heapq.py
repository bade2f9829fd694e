"""A list as a heap: no item is less than the one at half its place."""

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop,
                    heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    if reverse:
        order, arrange, remove, replace = -1, _heapify_max, _heappop_max, _heapreplace_max
    else:
        order, arrange, remove, replace = 1, heapify, heappop, heapreplace
    heap = []
    for number, iterable in enumerate(iterables):
        source = iter(iterable)
        for value in source:
            heap.append([value if key is None else key(value), number * order, value, source])
            break
    arrange(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[0], entry[2] = value if key is None else key(value), value
            replace(heap, entry)
            break
        else:
            remove(heap)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
