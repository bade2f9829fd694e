"""Places in sorted sequences."""

import sys
from _bisect import bisect_left, bisect_right, insort_left, insort_right

if sys.version_info < (3, 7):
    from _bisect import bisect, insort
else:
    bisect = bisect_right
    insort = insort_right
