"""Places in sorted sequences."""

import sys

_HAS_KEY = sys.version_info >= (3, 10)


def _place(a, x, lo, hi, key, goes_right):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle] if key is None else key(a[middle])
        right = not x < item if goes_right else item < x
        if right:
            lo = middle + 1
        else:
            hi = middle
    return lo


if _HAS_KEY:
    def bisect_right(a, x, lo=0, hi=None, *, key=None):
        return _place(a, x, lo, hi, key, True)

    def bisect_left(a, x, lo=0, hi=None, *, key=None):
        return _place(a, x, lo, hi, key, False)

    def insort_right(a, x, lo=0, hi=None, *, key=None):
        a.insert(_place(a, x if key is None else key(x), lo, hi, key, True), x)

    def insort_left(a, x, lo=0, hi=None, *, key=None):
        a.insert(_place(a, x if key is None else key(x), lo, hi, key, False), x)
else:
    def bisect_right(a, x, lo=0, hi=None):
        return _place(a, x, lo, hi, None, True)

    def bisect_left(a, x, lo=0, hi=None):
        return _place(a, x, lo, hi, None, False)

    def insort_right(a, x, lo=0, hi=None):
        a.insert(_place(a, x, lo, hi, None, True), x)

    def insort_left(a, x, lo=0, hi=None):
        a.insert(_place(a, x, lo, hi, None, False), x)

bisect = bisect_right
insort = insort_right
