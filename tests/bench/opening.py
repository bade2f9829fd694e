#!/usr/bin/env python3
"""Opening a recording: run, index, lay out and draw one picture of it, as a whole process.

Fails when a median passes the case's limit.
"""

import sys
import tempfile
from pathlib import Path

import bench

# Case: seconds that it may take, and the program.
CASES = {
    "3,000 steps over nested lists": (0.5, """
grid = [[0] * 6 for _ in range(6)]
for i in range(1500):
    grid[i % 6][i % 5] = [i]
"""),
    "100,000 ints in a list": (1.0, "items = list(range(1000, 101000))\n"),
    "100,000 lists in a list": (1.0, "items = list(map(list, [()] * 100000))\n"),
    "20,000 steps, a list that grows": (2.0, """
items = []
for i in range(10000):
    items.append((i,))
"""),
    "10,000 steps, a dictionary that grows": (2.0, """
squares = {}
for i in range(5000):
    squares[i] = i * i
"""),
    "3,000 calls, 300 deep": (1.0, """
def down(n):
    if n:
        down(n - 1)
for i in range(10):
    down(300)
"""),
}


def main():
    options = bench.options(__doc__.splitlines()[0])
    print("heapstep export of one picture; build type %s; medians of %d rounds" % (options.build, options.rounds))
    print("%-40s %8s %6s" % ("recording", "seconds", "limit"))
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        program, picture = Path(folder) / "program.py", Path(folder) / "picture.svg"
        for name, (limit, text) in CASES.items():
            program.write_text(text.lstrip(), encoding="utf-8")
            command = [options.heapstep, "export", program, "--steps", "5", "-o", picture]
            seconds = bench.median(bench.measure(command)[0] for _ in range(options.rounds))
            print("%-40s %8.2f %6.1f" % (name, seconds, limit), flush=True)
            slow += seconds > limit
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
