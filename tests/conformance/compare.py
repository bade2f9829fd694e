#!/usr/bin/env python3
"""Runs every program under `heapstep run` and compares it with the recordings of real interpreters.

    compare.py --heapstep PATH [--python VERSION]... [--stderr full|last] [TOPIC or TOPIC/NAME]...

Prints a table by topic, a diff for each program that differs, and `N passed, N failed` at the end.
"""

import argparse
import difflib
import sys
from concurrent.futures import ThreadPoolExecutor

import corpus

DIFF_LINES = 40


def last_line(text):
    lines = text.rstrip("\n").split("\n")
    return lines[-1] + "\n" if lines[-1] else ""


def as_lines(result, stderr):
    """A result as lines to compare and to show."""
    errors = last_line(result["stderr"]) if stderr == "last" else result["stderr"]
    parts = [("stdout", result["stdout"]), ("stderr", errors)]
    lines = []
    for label, text in parts:
        ended = "" if not text or text.endswith("\n") else " (no line break at the end)"
        lines += ["[%s]%s" % (label, ended)] + text.split("\n")
    return lines + ["[exit status] %s" % result["status"]]


def difference(expected, got, stderr):
    """Lines of a unified diff; none where all agrees."""
    diff = list(difflib.unified_diff(as_lines(expected, stderr), as_lines(got, stderr), "CPython", "heapstep",
                                     lineterm="", n=2))
    if not isinstance(got["status"], int):
        diff += ["heapstep's stderr:"] + got["stderr"].split("\n")
    if len(diff) > DIFF_LINES:
        diff[DIFF_LINES:] = ["... %d more lines" % (len(diff) - DIFF_LINES)]
    return diff


def compare(version, names, options):
    """Name to diff for one version."""
    _, expected = corpus.read_expected(version)
    programs = {name: path for name, path in names.items() if name in expected}

    def one(item):
        name, path = item
        got = corpus.run([options.heapstep, "run", "--python", version, str(path)], options.timeout, path)
        return name, difference(expected[name], got, options.stderr)

    with ThreadPoolExecutor(options.jobs) as pool:
        results = dict(pool.map(one, programs.items()))
    for name in names.keys() - expected.keys():
        results[name] = ["not recorded: run record.py %s" % version]
    return results


def table(results):
    """Passed of all, a row a topic, a column a version."""
    topics = sorted({corpus.topic_of(name) for by_name in results.values() for name in by_name})
    rows = [["topic"] + list(results)]
    for topic in topics + ["all"]:
        row = [topic]
        for by_name in results.values():
            diffs = [diff for name, diff in by_name.items() if topic in (corpus.topic_of(name), "all")]
            row.append("%d/%d" % (sum(not diff for diff in diffs), len(diffs)))
        rows.append(row)
    return "\n".join(row[0].ljust(14) + "".join(cell.rjust(10) for cell in row[1:]) for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="TOPIC/NAME")
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", action="append", metavar="VERSION", choices=corpus.VERSIONS)
    parser.add_argument("--stderr", choices=["full", "last"], default="full",
                        help="all of stderr must agree, or its last line only")
    parser.add_argument("--timeout", type=float, default=20, metavar="SECONDS")
    parser.add_argument("--jobs", type=int, default=corpus.JOBS, metavar="N")
    options = parser.parse_args()

    names = corpus.programs(options.names)
    if not names:
        parser.error("no such program")
    results = {version: compare(version, names, options)
               for version in options.python or corpus.recorded_versions()}
    failed = 0
    for version, by_name in results.items():
        for name in sorted(by_name):
            if by_name[name]:
                failed += 1
                print("%s under %s:" % (name, version))
                print("\n".join("    " + line for line in by_name[name]) + "\n")
    print(table(results))
    passed = sum(len(by_name) for by_name in results.values()) - failed
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
