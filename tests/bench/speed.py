#!/usr/bin/env python3
"""`heapstep run`, which keeps no journal, against CPython 3.11: whole processes, run by turns.

Fails when a program that takes CPython at least 0.2 s takes heapstep more than 10 times as long.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import bench

LIMIT = 10.0  # times CPython's time
LEAST_SECONDS = 0.2
LEAST_PROGRAMS = 3
SKIPPED = 77


def find_python(wanted):
    """An interpreter of the version: as told, on PATH, or of pyenv; None where there is none."""
    if wanted:
        return wanted
    found = shutil.which("python" + bench.VERSION)
    if found and subprocess.run([found, "-c", ""], stderr=subprocess.DEVNULL, check=False).returncode == 0:
        return found  # not a shim that has no such version
    if shutil.which("pyenv"):
        root = subprocess.run(["pyenv", "root"], stdout=subprocess.PIPE, check=False).stdout.decode().strip()
        versions = sorted(Path(root).glob("versions/%s.*/bin/python%s" % (bench.VERSION, bench.VERSION)))
        return str(versions[-1]) if versions else None
    return None


def compare(python, heapstep, path, rounds):
    """Median seconds of both, and the median of the rounds' ratios."""
    theirs, ours = [], []
    for _ in range(rounds):
        seconds, expected = bench.measure([python, path])
        theirs.append(seconds)
        seconds, printed = bench.measure([heapstep, "run", "--python", bench.VERSION, path])
        ours.append(seconds)
        if printed != expected:
            raise SystemExit("%s prints something else than CPython" % path.name)
    ratios = [our / their for our, their in zip(ours, theirs)]
    return bench.median(theirs), bench.median(ours), bench.median(ratios)


def main():
    options = bench.options(__doc__.splitlines()[0], python="CPython " + bench.VERSION)
    python = find_python(options.python)
    if not python:
        print("skipped: no CPython %s on PATH or in pyenv (--python names one)" % bench.VERSION)
        return SKIPPED
    print("whole processes, no journal; build type %s; medians of %d rounds" % (options.build, options.rounds))
    print("%-10s %8s %10s %10s %7s" % ("program", "size", "CPython s", "heapstep s", "ratio"))
    ratios = []
    for name, size, path in bench.programs(long=True):
        theirs, ours, ratio = compare(python, options.heapstep, path, options.rounds)
        counts = theirs >= LEAST_SECONDS
        ratios += [ratio] if counts else []
        print("%-10s %8d %10.3f %10.3f %7.2f%s" % (name, size, theirs, ours, ratio,
              "" if counts else "  (under %.1f s: does not count)" % LEAST_SECONDS), flush=True)
    if len(ratios) < LEAST_PROGRAMS:
        print("failed: only %d programs take CPython %.1f s here" % (len(ratios), LEAST_SECONDS))
        return 1
    print("median ratio %.2f, worst %.2f, limit %.0f" % (bench.median(ratios), max(ratios), LIMIT))
    return int(max(ratios) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
