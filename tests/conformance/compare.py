#!/usr/bin/env python3
"""Runs every program under `heapstep run` and compares it with the recordings of real interpreters.

    compare.py --heapstep PATH [--python VERSION]... [--stderr full|last] [TOPIC or TOPIC/NAME]...
    compare.py --heapstep PATH --collect-always [as above]
    compare.py --heapstep PATH --write-table

Prints a diff for each program that differs, a table by topic and version, and `N passed, N failed` at the end.
--write-table puts that table into README.md.
"""

import argparse
import difflib
import sys
from concurrent.futures import ThreadPoolExecutor

import corpus
import recordings

DIFF_LINES = 40
KNOWN = corpus.HERE / "known.txt"
TIMED = corpus.HERE / "timed.txt"
README = corpus.HERE / "README.md"
TABLE_BEGINS = "## By topic and version\n\n"
LAST_LINE = {"syntax": [version for version in corpus.VERSIONS if version != "3.12"]}


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


def judged(name, version):
    """How much of stderr has to agree: all of it; of mistakes in syntax, but for one version, its last line."""
    return "last" if version in LAST_LINE.get(corpus.topic_of(name), []) else "full"


def jobs_of(programs, versions):
    """(name, version, what CPython did), and name to why it cannot be compared."""
    jobs, stale = [], {}
    for name, path in programs.items():
        why = recordings.stale(name, path)
        if why:
            stale[name] = why
            continue
        _, results = recordings.read(name)
        jobs += [(name, version, results[version]) for version in corpus.versions_of(name, path) if version in versions]
    return jobs, stale


def compare(programs, options):
    """(name, version) to diff."""
    jobs, stale = jobs_of(programs, options.python or corpus.VERSIONS)
    more = ["--collect-always"] if options.collect_always else []

    def one(job):
        name, version, expected = job
        got = corpus.run_heapstep(options.heapstep, version, programs[name], options.timeout, more)
        return difference(expected, got, options.stderr or judged(name, version))

    with ThreadPoolExecutor(options.jobs) as pool:
        results = {(name, version): diff for (name, version, _), diff in zip(jobs, pool.map(one, jobs))}
    for name, why in stale.items():
        results[name, corpus.OF_ONE_VERSION] = ["%s: run record.py" % why]
    return results


def cell(diffs):
    passed = sum(not diff for diff in diffs)
    return "%d/%d" % (passed, len(diffs)) if passed < len(diffs) else str(passed or "")


def table(results):
    """A row a topic, a column a version: how many programs agree, of how many where some do not."""
    topics = sorted({corpus.topic_of(name) for name, _ in results})
    versions = [version for version in corpus.VERSIONS if any(version == other for _, other in results)]
    rows = [["topic"] + versions, ["---"] * (len(versions) + 1)]
    for topic in topics + ["all"]:
        rows.append([topic] + [cell([diff for (name, of), diff in results.items()
                                     if of == version and topic in (corpus.topic_of(name), "all")])
                               for version in versions])
    return "".join("| %s |\n" % " | ".join([row[0].ljust(11)] + [text.rjust(4) for text in row[1:]]) for row in rows)


def known_differences(path):
    """{(name, version)} of a file with a line each, `NAME VERSIONS: why`."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {(line.split()[0], version) for line in lines
            for word in line.partition(":")[0].split()[1:] for version in corpus.versions_meant(word)}


def write_table(text):
    before = README.read_text(encoding="utf-8")
    begin = before.index(TABLE_BEGINS) + len(TABLE_BEGINS)
    end = before.find("\n\n", begin)
    README.write_text(before[:begin] + text.rstrip("\n") + (before[end:] if end >= 0 else "\n"), encoding="utf-8")


def report(results, known):
    """Prints what differs and is not known to, and what is known to differ and does not; the number of those."""
    failed = {key: diff for key, diff in results.items() if diff and key not in known}
    failed.update({key: ["agrees: strike it from known.txt"] for key in known if results.get(key) == []})
    for (name, version), diff in sorted(failed.items()):
        print("%s under %s:" % (name, version))
        print("\n".join("    " + line for line in diff) + "\n")
    return len(failed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="TOPIC/NAME")
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", action="append", metavar="VERSION", choices=corpus.VERSIONS)
    parser.add_argument("--stderr", choices=["full", "last"],
                        help="all of stderr must agree, or its last line only (by topic and version, if not given)")
    parser.add_argument("--collect-always", action="store_true",
                        help="the collector runs wherever it may; timed.txt says whose output depends on when it does")
    parser.add_argument("--write-table", action="store_true")
    parser.add_argument("--timeout", type=float, default=600, metavar="SECONDS")
    parser.add_argument("--jobs", type=int, default=corpus.JOBS, metavar="N")
    options = parser.parse_args()

    programs = corpus.programs(options.names)
    if not programs:
        parser.error("no such program")
    results = compare(programs, options)
    known = known_differences(KNOWN) | (known_differences(TIMED) if options.collect_always else set())
    failed = report(results, known)
    print(table(results))
    if options.write_table:
        write_table(table(results))
    elif not (options.names or options.python or options.collect_always) and table(results) not in README.read_text(encoding="utf-8"):
        print("README.md holds another table: run compare.py with --write-table before a release")
    print("%d passed, %d failed" % (len(results) - failed, failed))
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
