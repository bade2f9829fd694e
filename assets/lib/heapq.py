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


def _fits(iterable, n):
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return False
    return n >= size


def _keep(n, iterable, key, step, arrange, replace):
    """The n entries (rank, order, value) that come first, in a heap with the one to go next on top."""
    source, heap = iter(iterable), []
    for order, value in zip(range(n) if step > 0 else range(0, -n, -1), source):
        heap.append((value if key is None else key(value), order, value))
    if not heap:
        return heap
    arrange(heap)
    order = n * step
    for value in source:
        rank, worst = value if key is None else key(value), heap[0][0]
        if worst < rank if step < 0 else rank < worst:
            replace(heap, (rank, order, value))
        order += step
    return heap


def nsmallest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = min(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    if _fits(iterable, n):
        return sorted(iterable, key=key)[:n]
    kept = _keep(n, iterable, key, 1, _heapify_max, _heapreplace_max)
    return [value for rank, order, value in sorted(kept)]


def nlargest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = max(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    if _fits(iterable, n):
        return sorted(iterable, key=key, reverse=True)[:n]
    kept = _keep(n, iterable, key, -1, heapify, heapreplace)
    return [value for rank, order, value in sorted(kept, reverse=True)]
