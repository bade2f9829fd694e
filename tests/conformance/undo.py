#!/usr/bin/env python3
"""Undoes the recording of every program to its start, bit for bit, and does it again.

    undo.py --undo PATH [--python VERSION]... [--collect-always] [TOPIC or TOPIC/NAME]...
"""

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import corpus

AT_ONCE = 40  # programs handed to one process


def tasks(options):
    """The command line of each process."""
    programs = corpus.programs(options.names)
    for version in options.python:
        paths = [str(path) for name, path in programs.items() if version in corpus.versions_of(name, path)]
        words = ["check", "--python", version] + (["--collect-always"] if options.collect_always else [])
        for first in range(0, len(paths), AT_ONCE):
            yield [options.undo] + words + paths[first:first + AT_ONCE]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="TOPIC/NAME")
    parser.add_argument("--undo", required=True, metavar="PATH")
    parser.add_argument("--python", action="append", metavar="VERSION", choices=corpus.VERSIONS)
    parser.add_argument("--collect-always", action="store_true")
    options = parser.parse_args()
    options.python = options.python or ["3.6", "3.11", "3.12", "3.13"]

    def one(command):
        return command, subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                       stderr=subprocess.STDOUT, check=False)

    failed = count = changes = 0
    with ThreadPoolExecutor(corpus.JOBS) as pool:
        for command, done in pool.map(one, tasks(options)):
            lines = done.stdout.decode("utf-8", "backslashreplace").splitlines()
            if done.returncode != 0:
                failed += 1
                print("under %s: status %d\n    %s" % (command[3], done.returncode, "\n    ".join(lines[-20:])))
            else:
                words = lines[-1].split()
                count, changes = count + int(words[0]), changes + int(words[2])
    print("%d recordings undone and done again, %d Changes; %d batches failed" % (count, changes, failed))
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
