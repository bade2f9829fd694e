#!/usr/bin/env python3
"""Recording short programs: Changes a second, bytes of journal for each executed instruction.

Fails when all programs together make fewer than 5 million Changes in a second of one core.
"""

import sys

import bench

LEAST_RATE = 5e6


def record(options, path):
    """Changes, instructions, bytes of journal, and the median of the seconds."""
    rounds = []
    for _ in range(options.rounds):
        _, line = bench.measure([options.record, options.profiles, bench.VERSION, path])
        changes, instructions, size, seconds = line.split()
        rounds.append((int(changes), int(instructions), int(size), float(seconds)))
    return rounds[0][:3] + (bench.median(row[3] for row in rounds),)


def show(name, size, row):
    changes, instructions, journal, seconds = row
    print("%-10s %8s %10d %12d %8.3f %14.1f %18.1f" % (name, size, changes, instructions, seconds,
          changes / seconds / 1e6, journal / instructions), flush=True)


def main():
    options = bench.options(__doc__.splitlines()[0], record="bench_record", profiles="the folder of profiles")
    print("recorded in memory, from the source to the end; build type %s" % options.build)
    print("%-10s %8s %10s %12s %8s %14s %18s" % ("program", "size", "Changes", "instructions", "seconds",
          "million Ch./s", "bytes/instruction"))
    rows = []
    for name, size, path in bench.programs(long=False):
        rows.append(record(options, path))
        show(name, size, rows[-1])
    total = [sum(column) for column in zip(*rows)]
    show("all", "", total)
    return int(total[0] / total[3] < LEAST_RATE)


if __name__ == "__main__":
    sys.exit(main())
