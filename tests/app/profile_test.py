#!/usr/bin/env python3
"""Profiles as people meet them: the old layout, the two states that a program can start in, what imports cost.

    profile_test.py --heapstep PATH
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

# What introductory articles of the time print under a 3.7 with a GC header of 24 bytes.
SIZES = """import sys
for value in (bool(), True, False, int(), 0, 1, -2, 2 * 10 ** 307, 0.0, 1e300, [], [1], [2, 3], ['a' * 50], (), (1, 2),
              set(), {1}, {'a' * 50, 'b' * 50}, set(range(1, 10)), dict(), {}, {1: -1}, dict(zip(range(9), range(9)))):
    print(sys.getsizeof(value), end=' ')
"""
OLD_SIZES = ("24 28 24 24 24 28 28 164 24 24 64 72 80 72 48 64 "
             "224 224 224 736 240 240 240 368").split()
COUNT = "import gc\nprint(gc.get_count())\n"
IMPORT = "import gc\nimport copy\nprint(gc.get_count())\n"

# The first is what `python FILE` prints for COUNT; the second what importing copy leaves in a warm interpreter.
COUNTS = {
    "3.6": ("(15, 11, 0)", None),  # here the import collects, and what it frees later counts too
    "3.7": ("(629, 9, 0)", "(318, 0, 0)"),
    "3.8": ("(419, 9, 0)", "(319, 0, 0)"),
    "3.9": ("(568, 9, 0)", "(353, 0, 0)"),
    "3.10": ("(41, 10, 0)", "(359, 0, 0)"),
    "3.11": ("(249, 0, 2)", "(20, 0, 0)"),
    "3.12": ("(692, 4, 0)", "(406, 0, 0)"),
    "3.13": ("(29, 3, 0)", "(408, 0, 0)"),
}


class Checker:
    def __init__(self, heapstep, folder):
        self.heapstep, self.folder, self.wrong = heapstep, folder, 0

    def run(self, command, name, text, *options):
        path = self.folder / name
        path.write_text(text)
        done = subprocess.run([self.heapstep, command, path, *options], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8")
        return done.stdout.strip()

    def same(self, what, found, expected):
        if found != expected:
            self.wrong += 1
            print("%s: %s instead of %s" % (what, found, expected))

    def has(self, what, text, part):
        if part not in text:
            self.wrong += 1
            print("%s: no %s" % (what, part))


def check_start(checker):
    for version, (native, imported) in COUNTS.items():
        how = ("--python", version, "--start")
        checker.same(version + " native", checker.run("run", "count.py", COUNT, *how, "native"), native)
        if imported:
            checker.same(version + " import", checker.run("run", "import.py", IMPORT, *how, "warm"), imported)
    wrapped = json.dumps({"title": "A", "program": COUNT.split("\n"), "start": "native", "python": "3.9"})
    checker.same("start of a scenario", checker.run("run", "start.json", wrapped), COUNTS["3.9"][0])
    checker.same("option before scenario", checker.run("run", "start.json", wrapped, "--start", "warm"), "(0, 0, 0)")


def check_names(checker):
    """Every export names the profile."""
    for version, full in (("3.7.0", "3.7.0"), ("3.7", "3.7.16")):
        picture, trace = checker.folder / "out.svg", checker.folder / "out.json"
        checker.run("export", "x.py", "x = []\n", "--python", version, "--steps", "1", "-o", picture)
        checker.has(version + " svg", picture.read_text(encoding="utf-8"), ">CPython %s<" % version)
        checker.run("export", "x.py", "x = []\n", "--python", version, "-o", trace)
        checker.same(version + " json", json.loads(trace.read_text(encoding="utf-8"))["python"], full)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--heapstep", required=True)
    heapstep = parser.parse_args().heapstep
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(heapstep, Path(folder))
        checker.same("old sizes", checker.run("run", "sizes.py", SIZES, "--python", "3.7.0").split(), OLD_SIZES)
        wrapped = json.dumps({"title": "A", "program": SIZES.split("\n"), "python": "3.7.0"})
        checker.same("scenario", checker.run("run", "sizes.json", wrapped).split(), OLD_SIZES)
        check_start(checker)
        check_names(checker)
    print("%d wrong" % checker.wrong)
    return checker.wrong > 0


if __name__ == "__main__":
    sys.exit(main())
