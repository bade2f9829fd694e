#!/usr/bin/env python3
"""Compares heapstep's traces with recordings of real interpreters, event by event and line by line.

    agree.py --heapstep PATH [--python 3.12]... [NAME]...   a table by program and version
    agree.py --heapstep PATH --show 3 [NAME]...             and the first 3 differences of each field
    agree.py --heapstep PATH --live [NAME]...               record with the interpreters found here instead
    agree.py --heapstep PATH --write-known                  bring known.txt up to date; new lines get no reason

known.txt lists what differs: NAME VERSIONS FIELDS: why. The test fails when something else differs, and when
something listed agrees. Fields: head (which events there are), frames, objects (which are listed), shape (type, value,
references, reachable or not), size, rc, gen, died, count, gc, stdout. gc's counts are compared until the program's
first full collection; a recording that tracing has perturbed only by what the program printed.
"""

import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import canon
import forms
import stored

sys.path.insert(0, str(stored.HERE.parent))
import corpus
import recordings

KNOWN = stored.HERE / "known.txt"
FIELDS = ["head", "frames", "objects", "shape", "size", "rc", "gen", "died", "count", "gc", "stdout", "fails"]
OBJECT_LINE = re.compile(r"(.*) size=(\S+) rc=(\S+) (\S+)$", re.S)
NO_FULL_COLLECTION = re.compile(r"collections=\[\d+, \d+, 0\]")
TIMEOUT = 60


class Differences:
    """Field to what was seen to differ, at which event."""

    def __init__(self):
        self.found = {}

    def add(self, field, where, recorded, ours):
        self.found.setdefault(field, []).append("%s: recorded %s, heapstep %s" % (where, recorded, ours))

    def unless_same(self, field, where, recorded, ours):
        if recorded != ours:
            self.add(field, where, recorded, ours)


def trace_of(heapstep, path, version, recording):
    """heapstep's trace, or what it said instead."""
    steps = ["--steps", "0-%d" % len(recording.states)] if "cut" in recording.marks else []
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "trace.json")
        done = subprocess.run([heapstep, "export", str(path), "-o", str(out), "--python", version, "--quiet"] + steps,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT, check=False)
        if not out.exists():
            return None, done.stderr.decode(errors="replace")
        return json.loads(out.read_text(encoding="utf-8")), ""


def pairs_of(recording, trace, differences):
    """Index in the trace to index in the recording, of events that are the same."""
    ours = [canon.event_head(head) for head in forms.heads(trace)]
    theirs = [state.head for state in recording.states]
    if "cut" in recording.marks:
        ours = ours[:len(theirs)]
    pairs = {}
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if op == "equal":
            pairs.update(zip(range(j1, j2), range(i1, i2)))
        else:
            differences.add("head", "event %d" % i1, theirs[i1:i2], ours[j1:j2])
    return pairs


def compare_objects(where, recorded, ours, differences):
    if list(recorded) != list(ours):
        differences.add("objects", where, [recorded[n] for n in recorded if n not in ours][:3],
                        [ours[n] for n in ours if n not in recorded][:3])
    for n in recorded:
        if n not in ours or recorded[n] == ours[n]:
            continue
        parts = zip(("shape", "size", "rc", "gen"), OBJECT_LINE.match(recorded[n]).groups(),
                    OBJECT_LINE.match(ours[n]).groups())
        for field, one, other in parts:
            differences.unless_same(field, "%s #%d" % (where, n) if field == "shape" else
                                    "%s %s" % (where, recorded[n]), one, other)


def compare_states(recorded, ours, full, differences):
    """One event; returns whether the program has had a full collection."""
    where = recorded.head
    differences.unless_same("frames", where, recorded.frames, ours.frames)
    differences.unless_same("died", where, recorded.died, ours.died)
    compare_objects(where, dict(sorted(recorded.objects.items())), dict(sorted(ours.objects.items())), differences)
    differences.unless_same("gc", where, recorded.gc, ours.gc)
    full = full or not NO_FULL_COLLECTION.search(recorded.gc)
    if not full:
        differences.unless_same("count", where, recorded.count, ours.count)
    return full


def printed_by(heapstep, path, version, trace, recording):
    """The trace's output ends with the program's last line; what is printed after that, only a run knows."""
    printed = "".join(piece["text"] for event in trace["events"] for piece in event["output"]
                      if piece["stream"] == "stdout")
    if printed == recording.stdout:
        return printed
    return corpus.run_heapstep(heapstep, version, path, TIMEOUT)["stdout"]


def compare_printed(recorded, ours, differences):
    for i in range(max(len(recorded), len(ours))):
        differences.unless_same("stdout", "line %d" % (i + 1), recorded[i:i + 1], ours[i:i + 1])


def masked(recorded):
    """An int that is an address is not the same in two runs."""
    recorded.objects = {n: re.sub(r"(?<= int )\d+(?= )", lambda found: forms.mask(found[0]), line)
                        for n, line in recorded.objects.items()}
    return recorded


def compare_pairs(recording, trace, pairs, differences):
    walk, full = forms.Forms(trace), False
    for j, event in enumerate(trace["events"][:max(pairs, default=-1) + 1]):
        recorded = recording.states[pairs[j]] if j in pairs else None
        visible = [i not in recorded.hidden for i in range(len(recorded.frames))] if recorded else []
        ours = walk.event(event, visible)
        if recorded:
            full = compare_states(masked(recorded), stored.State.of(ours, recorded.shares()), full, differences)


def compare(recording, trace, printed):
    differences = Differences()
    compare_printed(recording.stdout.split("\n"), printed.split("\n"), differences)
    if "perturbed" in recording.marks:
        return differences.found
    pairs = pairs_of(recording, trace, differences)
    try:
        compare_pairs(recording, trace, pairs, differences)
    except KeyError as unknown:
        differences.add("fails", "trace", "nothing", "refers to an object that is not described: %s" % unknown)
    return differences.found


def compare_program(job):
    """(name, {version: {field: differences}}) of one program."""
    name, path, options = job
    if options.live:
        import record_all
        results = {version: record_all.record(python, path)
                   for version, python in record_all.found_pythons(options.python).items()}
    else:
        digest, results = stored.read(name) if stored.path_of(name).exists() else ("", {})
        if digest != stored.digest_of(path):
            return name, {version: {"fails": ["its recording is older: run record_all.py"]} for version in stored.VERSIONS}
    found = {}
    for version in options.python:
        if version in results:
            trace, said = trace_of(options.heapstep, path, version, results[version])
            found[version] = {"fails": [said]}
            if trace:
                printed = printed_by(options.heapstep, path, version, trace, results[version])
                found[version] = compare(results[version], trace, printed)
    return name, found


def read_known():
    """(name, version, field) to reason."""
    known = {}
    for line in KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []:
        if line and not line.startswith("#"):
            head, _, reason = line.partition(": ")
            name, *words = head.split()
            versions = [version for word in words if word[0].isdigit() for version in corpus.versions_meant(word)]
            known.update({(name, version, field): reason for version in versions
                          for field in words if not field[0].isdigit()})
    return known


def write_known(results, known):
    """Keeps the reasons of what still differs; fields of a program with the same versions and reason share a line."""
    lines = ["# What is known to differ: NAME VERSIONS FIELDS: why. The test fails when one of them agrees."]
    for name, by_version in results.items():
        groups = {}
        for field in FIELDS:
            reasons = {}
            for version in stored.VERSIONS:
                if field in by_version.get(version, {}):
                    reasons.setdefault(known.get((name, version, field), "?"), []).append(version)
            for reason, versions in reasons.items():
                groups.setdefault((recordings.spans(versions), reason), []).append(field)
        lines += ["%s %s %s: %s" % (name, versions, " ".join(fields), reason)
                  for (versions, reason), fields in groups.items()]
    KNOWN.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(results, versions):
    """Programs that differ anywhere, with the number of fields that do, and how many programs agree."""
    rows = [["program"] + versions, ["---"] * (len(versions) + 1)]
    rows += [[name] + [str(len(found[v]) or "") if v in found else "-" for v in versions]
             for name, found in results.items() if any(found.values())]
    agree = [sum(v in found and not found[v] for found in results.values()) for v in versions]
    rows.append(["agree, of %d" % len(results)] + [str(n) for n in agree])
    return "".join("| %s |\n" % " | ".join([row[0].ljust(20)] + [text.rjust(4) for text in row[1:]]) for row in rows)


def report(results, known, options):
    """Prints what differs and is not known to, and what is known to differ and does not; the number of those."""
    wrong = 0
    for name, by_version in results.items():
        for version, found in by_version.items():
            for field, cases in found.items():
                unknown = (name, version, field) not in known
                wrong += unknown
                shown = options.show or (1 if unknown else 0)
                for case in cases[:shown]:
                    print("%s %s %s (%d): %s" % (name, version, field, len(cases), case[:options.width]))
    for name, version, field in known:
        if version in results.get(name, {}) and field not in results[name][version]:
            print("%s %s %s agrees: strike it from known.txt (--write-known)" % (name, version, field))
            wrong += 1
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="a program, or the beginning of its name")
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", action="append", metavar="VERSION", choices=list(stored.VERSIONS))
    parser.add_argument("--live", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--width", type=int, default=240, metavar="COLUMNS")
    parser.add_argument("--write-known", action="store_true")
    options = parser.parse_args()
    options.python = options.python or list(stored.VERSIONS)
    whole = not options.names and options.python == list(stored.VERSIONS)
    if options.write_known and not whole:
        parser.error("--write-known needs all programs and versions")

    jobs = [(name, path, options) for name, path in stored.programs(options.names).items()]
    with ProcessPoolExecutor(corpus.JOBS) as pool:
        results = dict(pool.map(compare_program, jobs))
    known = read_known()
    if options.write_known:
        write_known(results, known)
        known = read_known()
    wrong = report(results, known, options)
    print(table(results, options.python))
    print("%d programs, %d surprises" % (len(results), wrong))
    return 1 if wrong or not results else 0


if __name__ == "__main__":
    sys.exit(main())
