#!/usr/bin/env python3
"""Exports traces and looks whether they say what assets/schemas/trace.schema.json promises.

    trace.py --heapstep PATH [--python VERSION]... [TOPIC or TOPIC/NAME]...

Of each trace: it fits the schema; holders' counts add up; whoever is named has been told of and lives; a second
run writes the same bytes; what the objects told one after the other add up to is what the last step alone tells.
A program of 3,000 steps with 5,000 objects must be written within the time that --patience says.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus
import schema

SCHEMA = corpus.HERE.parent.parent / "assets" / "schemas" / "trace.schema.json"
CHOSEN = ["scenarios", "lifetime", "generators", "exceptions", "weakrefs", "dataclasses", "memory/three_generations",
          "memory/thresholds", "memory/collector_module", "memory/identity", "modules"]
LARGEST = 3 << 20  # bytes of a trace that is looked at member by member
BIG = """class Node:
    def __init__(self, after):
        self.after = after


kept = []
head = None
for i in range(500):
    head = Node(head)
    kept.append([str(i) + "x", (i * 1000, head), {i: [head]}, [i * 1000 + 1], {"name": str(i), "of": [i]}])
"""


def export(heapstep, version, path, target, more=()):
    """The exit status and what was said; the trace is in `target`."""
    done = subprocess.run([heapstep, "export", "--python", version, "-q", str(path), "-o", str(target), *more],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=corpus.environment(), check=False)
    return done.returncode, done.stdout.decode("utf-8", "backslashreplace")


def named_in_event(event):
    """The objects that must be known, each with where it is named."""
    for frame in event["frames"]:
        for word in ("names", "cells"):
            for name, target in frame[word].items():
                yield target, "%s of %s" % (name, frame["function"])
        for target in frame["stack"]:
            yield target, "the stack of " + frame["function"]
    if "returns" in event:
        yield event["returns"], "returns"


def wrong_counts(told):
    for each in told:
        if "holders" in each and sum(holder["count"] for holder in each["holders"]) != each["refcount"]:
            yield "object %d: holders %r do not add up to %d" % (each["id"], each["holders"], each["refcount"])


def wrong_event(event, known):
    """Takes an event into what is known; what contradicts it."""
    died = set(event["died"])
    for id in event["died"]:
        if known.pop(id, None) is None:
            yield "%d died and was never told of" % id
    for each in event["objects"]:
        known[each["id"]] = each
        if each["id"] in died:
            yield "%d died and is told of" % each["id"]
    yield from wrong_counts(event["objects"])
    for id, where in named_in_event(event):
        if id not in known:
            yield "%d is not known: %s" % (id, where)
    for each in event["objects"]:
        for label, target in each["references"]:
            if target not in known:
                yield "%d is not known: %s of %d" % (target, label, each["id"])


def wrong_events(trace, known):
    last = -1
    for event in trace["events"]:
        if event["event"] <= last:
            yield "event %d after event %d" % (event["event"], last)
        last = event["event"]
        for problem in wrong_event(event, known):
            yield "event %d: %s" % (event["event"], problem)


def reached(known):
    """What is comparable with a trace of the last step: that has met nothing which was lost before."""
    return {id: each for id, each in known.items() if each["reached"]}


def wrong_sum(options, version, path, trace, known, folder):
    """The last step alone against the whole trace."""
    target = folder / "last.json"
    step = trace["events"][-1]["step"]
    export(options.heapstep, version, path, target, ["--steps", str(step)])
    alone = json.loads(target.read_text(encoding="utf-8"))
    told = {}
    for problem in wrong_events(alone, told):
        yield "step %d alone: %s" % (step, problem)
    whole = reached(known)
    for id in sorted(set(whole) | set(reached(told))):
        if whole.get(id) != told.get(id):
            yield "object %d at the end: %r\n        alone: %r" % (id, whole.get(id), told.get(id))


def wrong_trace(options, form, version, path, folder):
    target, again = folder / "trace.json", folder / "again.json"
    status, said = export(options.heapstep, version, path, target)
    if not isinstance(status, int) or status not in (0, 1, 2):
        yield "status %s: %s" % (status, said[-300:])
    if not target.exists() or target.stat().st_size > LARGEST:
        return
    export(options.heapstep, version, path, again)
    if target.read_bytes() != again.read_bytes():
        yield "the second run writes other bytes"
    trace = json.loads(target.read_text(encoding="utf-8"))
    yield from form.problems(trace)
    known = {}
    yield from wrong_events(trace, known)
    if trace["events"]:
        yield from wrong_sum(options, version, path, trace, known, folder)


def try_big(options, folder):
    """How long it takes, and what is wrong with that."""
    path, target = folder / "big.py", folder / "big.json"
    path.write_text(BIG, encoding="utf-8")
    before = os.times()
    export(options.heapstep, "3.12", path, target)
    after = os.times()
    seconds = after.children_user - before.children_user
    with open(target, "rb") as file:
        events = sum(line.lstrip(b",").startswith(b'{"event"') for line in file)
    print("%d events, %.1f MB: %.1f s" % (events, target.stat().st_size / 1e6, seconds))
    if seconds > options.patience:
        yield "takes %.1f s, more than %g" % (seconds, options.patience)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="TOPIC/NAME")
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", action="append", metavar="VERSION", choices=corpus.VERSIONS)
    parser.add_argument("--patience", type=float, default=15, metavar="SECONDS", help="of processor time")
    options = parser.parse_args()
    form = schema.Schema(json.loads(SCHEMA.read_text(encoding="utf-8")))
    started = time.time()
    jobs = [(name, version, path) for name, path in corpus.programs(options.names or CHOSEN).items()
            for version in options.python or ["3.6", "3.11", "3.12"] if version in corpus.versions_of(name, path)]

    def one(job):
        with tempfile.TemporaryDirectory() as name:
            return list(wrong_trace(options, form, job[1], job[2], Path(name)))

    with ThreadPoolExecutor(corpus.JOBS) as pool:
        wrong = list(zip(jobs, pool.map(one, jobs)))
    with tempfile.TemporaryDirectory() as name:
        wrong.append((("3,000 steps", "3.12", ""), list(try_big(options, Path(name)))))
    failed = 0
    for (name, version, _), problems in wrong:
        failed += bool(problems)
        for problem in problems[:6]:
            print("%s under %s: %.600s" % (name, version, problem))
    print("%d passed, %d failed (%.0f s)" % (len(wrong) - failed, failed, time.time() - started))
    return 1 if failed or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
