#!/usr/bin/env python3
"""Loading the library changes no id, no address, no count: a program that could import a module of assets/lib, but
takes the other branch, prints the same as one whose unused import names no module at all.

    apart.py --heapstep PATH
"""

import argparse
import subprocess
import sys
from pathlib import Path

LIBRARY = Path(__file__).resolve().parent.parent.parent / "assets/lib"
VERSIONS = ["3.6", "3.9", "3.11", "3.12", "3.13"]
PROGRAM = """\
import gc, sys

if len(sys.argv) > 5:
    import {module} as unused

class Node:
    pass

print(gc.get_count())
made = [1.5, "a b", (sys, 2), [3], {{4: 5}}, {{6}}, Node(), lambda: 0, 2 ** 70, range(7), slice(1), object(), iter([])]
for thing in made:
    print(type(thing).__name__, id(thing), sys.getrefcount(thing), sys.getsizeof(thing))
for size in (0, 1, 10, 30, 62, 100, 500):
    print(size, id(bytes(size)), id([None] * size), id({{n: n for n in range(size)}}))
print([sys.getrefcount(x) for x in (None, True, 0, 1, 5, 200, "", "a", (), object, int, list, print, "append", "name")])
print(id("fresh name"), id(sys.intern("fresh" + "er")))
print([id([]) for n in range(3)], gc.get_count(), gc.collect(), gc.get_count(), gc.get_stats()[2], len(gc.get_objects()))
"""


def modules():
    """Names of the library's modules, packages' parts with a point."""
    for path in sorted(LIBRARY.rglob("*.py")):
        parts = path.relative_to(LIBRARY).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__")


def no_module(module):
    """A name of the same length that no module has; as copy is, a name that is there before the program."""
    return "sort" if module == "copy" else module[:-1] + "Z"


def printed(heapstep, version, module):
    done = subprocess.run([heapstep, "run", "--python", version, "-"], input=PROGRAM.format(module=module).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--heapstep", required=True)
    heapstep = parser.parse_args().heapstep
    failed = count = 0
    for version in VERSIONS:
        for module in modules():
            count += 1
            without = printed(heapstep, version, no_module(module))
            if "Error" not in without and without == printed(heapstep, version, module):
                continue
            failed += 1
            print("%s under %s shows" % (module, version))
    print("%d passed, %d failed" % (count - failed, failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
