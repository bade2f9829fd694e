#!/usr/bin/env python3
"""Compares heapstep with real interpreters, line by line, over generated programs.

    sweep.py --heapstep PATH [--python VERSION]... [TOPIC]...   a table by topic and version
    sweep.py ... --list                                         the differences, one a line
    sweep.py ... --kinds                                        how many of each known kind (sweep_known.txt)
    sweep.py ... --cache FOLDER                                 keep what the interpreters printed

A check is an expression; what it gives is its value's type and repr, or its exception's type and text.
sweep_topics.py makes the checks; each program holds some hundred of them.
"""

import argparse
import collections
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus
import record
import sweep_topics

CHECKS_A_PROGRAM = 250
TIMEOUT = 60
STDIN = b"first line\nsecond line\n"

PRELUDE = '''\
def show(value):
    kind = type(value).__name__
    if hasattr(type(value), "__next__"):
        items = []
        for item in value:
            items.append(item)
            if len(items) > 5:
                break
        return kind + " of " + repr(items)
    return kind + " " + repr(value)

def fault(error):
    return "! " + type(error).__name__ + ": " + str(error)

def c(number, function):
    try:
        text = show(function())
    except BaseException as error:
        text = fault(error)
    print("\\n@" + str(number), ascii(text))

def m(number, value, function):
    try:
        text = show(function(value))
    except BaseException as error:
        text = fault(error)
    print("\\n@" + str(number), ascii(text), ascii(repr(value)) if number >= 0 else "")
'''


def line_of(number, check):
    """A check as a line of a program: `expression`, or `self` and an expression over s."""
    if check.self is None:
        return "c(%d, lambda: %s)" % (number, check.expression)
    return "m(%d, %s, lambda s: %s)" % (number, check.self, check.expression)


def program_of(numbered):
    return PRELUDE + sweep_topics.PRELUDE + "".join(line_of(*pair) + "\n" for pair in numbered)


def run(command, text, folder, name):
    """(number to what was printed, exit status, the last line of stderr) of one program."""
    path = Path(folder, name + ".py")
    path.write_text(text, encoding="utf-8")
    try:
        done = subprocess.run(command + [str(path)], input=STDIN, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=TIMEOUT, env=corpus.environment(), check=False)
    except subprocess.TimeoutExpired as late:
        return answers_of(late.stdout or b"", path), "no end", ""
    lines = done.stderr.decode("utf-8", "replace").strip().split("\n")
    return answers_of(done.stdout, path), corpus.status_of(done.returncode, done.stderr), why_of(lines)


def why_of(lines):
    """What stderr says of the end: heapstep's own refusal, or the last line of a traceback."""
    for line in lines:
        refused = re.match(r"\S*\.py:\d+(?::\d+)?: (.*)", line)
        if refused:
            return refused[1]
    return lines[-1]


def answers_of(output, path):
    """What stands between two answers was printed by the check itself, and belongs to the second."""
    answers, before = {}, []
    for line in output.decode("utf-8", "replace").split("\n"):
        found = re.match(r"@(-?\d+) (.*)", line)
        if found:
            text = " / ".join([part for part in before if part] + [found[2]])
            answers[int(found[1])] = re.sub(r"\bat 0x[0-9a-fA-F]+", "at 0x", text.replace(str(path), "PATH"))
            before = []
        else:
            before.append(line)
    return answers


def run_python(python, checks, folder, name, cache):
    text = program_of(list(enumerate(checks)))
    key = Path(cache, hashlib.sha256((python + text).encode()).hexdigest()[:24]) if cache else None
    if key and key.exists():
        return {int(number): answer for number, answer in json.loads(key.read_text()).items()}
    answers, status, last = run([python], text, folder, name)
    if len(answers) != len(checks):
        missing = next(i for i in range(len(checks)) if i not in answers)
        sys.exit("%s stopped at %s: %s %s" % (python, line_of(missing, checks[missing]), status, last))
    if key:
        key.write_text(json.dumps(answers))
    return answers


def run_heapstep(command, checks, folder, name):
    """Where it stops at a check (refused, crashed), that check's answer says why and the rest runs on."""
    answers, left = {}, list(enumerate(checks))
    while left:
        some, status, last = run(command, program_of(left), folder, name)
        answers.update(some)
        left = [pair for pair in left if pair[0] not in answers]
        if left:
            answers[left[0][0]] = "refused: %s %s" % (status, last)
            left = left[1:]
    return answers


def differences(check, expected, got):
    """(label, what CPython says, what heapstep says), for dir() one for each name that one of them lacks."""
    if expected == got:
        return []
    if not check.is_dir or "refused" in got:
        return [(check.label, expected, got)]
    theirs, ours = (set(re.findall(r"\w+", text.split("'", 1)[1])) for text in (expected, got))
    return [("%s %s" % (check.label, name), "there" if name in theirs else "missing",
             "there" if name in ours else "missing") for name in sorted(theirs ^ ours)]


def sweep_chunk(job):
    options, version, python, topic, index, checks = job
    name = "%s-%s-%d" % (topic, version, index)
    expected = run_python(python, checks, options.folder, name, options.cache)
    ours = run_heapstep([options.heapstep, "run", "--python", version], checks, options.folder, name + "-h")
    found = []
    for number, check in enumerate(checks):
        found += differences(check, expected[number], ours[number])
    return version, topic, len(checks), found


def jobs_of(options, pythons):
    for topic in options.topics or sweep_topics.TOPICS:
        checks = sweep_topics.checks_of(topic, pythons.values())
        for version, python in pythons.items():
            for start in range(0, len(checks), CHECKS_A_PROGRAM):
                yield (options, version, python, topic, start, checks[start:start + CHECKS_A_PROGRAM])


def print_table(totals, versions):
    print("%-12s %7s  differing in %s" % ("topic", "checks", "".join("%6s" % version for version in versions)))
    for topic, row in totals.items():
        print("%-12s %7d  %12s %s" % (topic, row["checks"], "", "".join("%6d" % row[version] for version in versions)))


def print_list(found, versions):
    """One difference a line, with the versions that have it."""
    for (topic, label, expected, got), where in found.items():
        names = "all" if len(where) == len(versions) else " ".join(where)
        print("%s | %s | %s | %s | %s" % (topic, names, label, expected, got))


def read_kinds():
    """(what it is, pattern) of the differences that are known; the first that fits counts."""
    lines = Path(__file__).with_name("sweep_known.txt").read_text().split("\n")
    pairs = [line.split(" | ", 1) for line in lines if line and not line.startswith("#")]
    return [(what, re.compile(pattern)) for what, pattern in pairs]


def print_kinds(found, versions):
    """A table of the kinds, then the differences of none."""
    kinds = read_kinds()
    counts = {what: collections.Counter() for what, _ in kinds}
    unknown = {}
    for row, where in found.items():
        text = " | ".join(row)
        what = next((what for what, pattern in kinds if pattern.search(text)), None)
        if what:
            counts[what].update(where)
        else:
            unknown[row] = where
    for what, count in counts.items():
        print("| %s | %s |" % (what, " | ".join(str(count[version]) for version in versions)))
    print_list(unknown, versions)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=" ".join(sweep_topics.TOPICS))
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", action="append", choices=corpus.VERSIONS, metavar="VERSION")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--cache", metavar="FOLDER")
    parser.add_argument("--folder", help="where the programs are kept; else they are deleted")
    options = parser.parse_args()
    for folder in filter(None, (options.folder, options.cache)):
        Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        options.folder = options.folder or scratch
        return sweep(options)


def sweep(options):
    found = {version: record.find_python(version) for version in options.python or corpus.VERSIONS}
    pythons = {version: python for version, python in found.items() if python}
    totals = collections.defaultdict(collections.Counter)
    listed = collections.defaultdict(list)
    with ThreadPoolExecutor(corpus.JOBS) as pool:
        for version, topic, count, wrong in pool.map(sweep_chunk, jobs_of(options, pythons)):
            totals[topic]["checks"] += count
            totals[topic][version] += len(wrong)
            for row in wrong:
                listed[(topic,) + row].append(version)
    if options.kinds:
        print_kinds(listed, pythons)
    elif options.list:
        print_list(listed, pythons)
    else:
        print_table(totals, pythons)
    return 1 if listed else 0


if __name__ == "__main__":
    sys.exit(main())
