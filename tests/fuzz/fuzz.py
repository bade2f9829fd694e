#!/usr/bin/env python3
"""Random small programs: does heapstep print what an installed CPython prints?

    fuzz.py --heapstep PATH [--python 3.12] [--seed N] [--count M] [--seeds FILE] [--differing FILE] [--out FOLDER]
    fuzz.py --heapstep PATH --show SEED              print the program of a seed

Differences are gathered by what differs; the first of each kind is made small and written to FOLDER. The exit status is 1
where something differs, 77 where no interpreter of this version is found.
"""

import argparse
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import batch
import generate
import reduce
from batch import corpus
from record import find_python

BATCH = 100
SECONDS = 2  # what CPython may take for a file; heapstep may take twenty times as much
JOBS = 1
SKIPPED = 77


def normal(line):
    """A line without what differs between two programs with the same mistake."""
    return re.sub(r"'[^']*'", "'…'", re.sub(r"\d+", "0", line))[:110]


def failure(outcome):
    """How heapstep ended where it should not, or None."""
    if outcome.status == 2:
        lines = [line for line in outcome.stderr.split("\n") if "heapstep" in line or "limit" in line]
        return "refused: " + re.sub(r"^\S+ ", "", (lines or [outcome.last_line()])[0])
    return None if outcome.status in (0, 1) else str(outcome.status)


def first_difference(expected, got):
    """The first pair of lines that differ, or None."""
    if expected == got:
        return None
    left, right = expected.split("\n"), got.split("\n")
    for index in range(max(len(left), len(right))):
        pair = [lines[index] if index < len(lines) else "(nothing)" for lines in (left, right)]
        if pair[0] != pair[1]:
            return pair
    return None


class Fuzzer:
    """Runs batches and keeps what differs by kind."""

    def __init__(self, options, python):
        self.options = options
        self.python = python
        self.grammar = generate.Grammar(options.python)
        self.heapstep = [options.heapstep, "run", "--python", options.python]
        self.kinds = {}  # kind: [seeds]
        self.examples = {}  # kind: the first lines that differ
        self.compared = 0
        self.endless = 0  # programs that CPython did not end in time

    def lines(self, seed):
        return generate.Generator(seed, self.grammar).program()

    def source(self, seeds, last):
        """A file of these programs; `last` is the one that has no handler."""
        return batch.PRELUDE + "".join(batch.layout(seed, self.lines(seed), seed == last) for seed in seeds)

    def both(self, source):
        """What CPython and heapstep do with a file."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "program.py")
            path.write_text(source, encoding="utf-8")
            real = batch.run([self.python, "-u"], path, SECONDS, batch.MEMORY)
            if real.status == "no end":
                return real, None
            patience = 500 if self.options.reports else 20
            return real, batch.run(self.heapstep, path, patience * SECONDS)

    def run_batch(self, seeds):
        sources = [batch.layout(seed, self.lines(seed), False) for seed in seeds]
        kept = [seeds[index] for index in batch.that_compile(self.python, sources)]
        self.compare(kept, kept[-1:] and kept[-1])

    def compare(self, seeds, last):
        """Compares programs one by one; what stops heapstep is noted and the rest runs without it."""
        if not seeds:
            return
        real, got = self.both(self.source(seeds, last))
        if got is None or real.printed.keys() != set(seeds):
            self.leave_out([seed for seed in seeds if seed in real.printed][-1:], seeds, last)
            return
        stopped = failure(got)
        reached = [seed for seed in seeds if seed in got.printed]
        if stopped and not reached and len(seeds) > 1:
            self.halves(seeds, last)
            return
        culprit = (reached or seeds)[-1] if stopped else None
        for seed in reached:
            if seed != culprit:
                self.judge(seed, seed == last, real, got)
        if culprit is not None:
            self.note(culprit, stopped)
            self.compare(seeds[seeds.index(culprit) + 1:], last)

    def leave_out(self, culprit, seeds, last):
        """Goes on without the program that CPython did not end."""
        self.endless += 1
        rest = [seed for seed in seeds if seed not in culprit]
        if culprit:
            self.compare(rest, last if last in rest else rest[-1:] and rest[-1])

    def halves(self, seeds, last):
        middle = len(seeds) // 2
        self.compare(seeds[:middle], last)
        self.compare(seeds[middle:], last)

    def judge(self, seed, is_last, real, got):
        """Compares what one program printed, and how it ended where it is the last."""
        self.compared += 1
        if self.options.reports:
            return
        pair = first_difference(real.printed[seed], got.printed[seed])
        if not pair and is_last and (real.status, real.last_line()) != (got.status, got.last_line()):
            pair = ["exit %s %s" % (real.status, real.last_line()), "exit %s %s" % (got.status, got.last_line())]
        if pair:
            self.note(seed, kind_of(pair), pair)

    def note(self, seed, kind, pair=()):
        kind = normal(kind)
        self.kinds.setdefault(kind, []).append(seed)
        self.examples.setdefault(kind, pair)

    def alone(self, source):
        """The kind of the difference of a file with one program, or None where both agree or CPython varies."""
        real, got = self.both(source)
        if got is None or "SyntaxError" in real.stderr:
            return None
        stopped = failure(got)
        if stopped:
            return normal(stopped)
        pair = first_difference("".join(real.printed.values()), "".join(got.printed.values()))
        if not pair and (real.status, real.last_line()) != (got.status, got.last_line()):
            pair = ["exit %s %s" % (real.status, real.last_line()), "exit %s %s" % (got.status, got.last_line())]
        return normal(kind_of(pair)) if pair else None

    def confirm(self, seed):
        """Does the program differ alone too, and CPython print the same twice?"""
        source = self.source([seed], None)
        kinds = {self.alone(source), self.alone(source)}
        return len(kinds) == 1 and None not in kinds

    def drop_unconfirmed(self):
        """Keeps the differences that are one; those that change from run to run are CPython's addresses."""
        for kind, seeds in list(self.kinds.items()):
            self.kinds[kind] = [seed for seed in seeds if self.confirm(seed)]
            if not self.kinds[kind]:
                del self.kinds[kind]

    def report(self, number, kind, seeds):
        """Makes the first program of a kind small and writes it."""
        for seed in seeds[:3]:
            source = self.source([seed], None)
            if self.alone(source) == kind:
                break
        else:
            return None
        small = reduce.reduce_source(source, lambda text: self.alone(text) == kind)
        folder = Path(self.options.out)
        folder.mkdir(parents=True, exist_ok=True)
        header = "# %s, seed %d, %d programs\n# %s\n" % (self.options.python, seed, len(seeds), kind)
        Path(folder, "%s-%03d.py" % (self.options.python, number)).write_text(header + small, encoding="utf-8")
        return small


def kind_of(pair):
    return "CPython: %s | heapstep: %s" % (normal(pair[0]), normal(pair[1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", default="3.12", choices=corpus.VERSIONS)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the first program's")
    parser.add_argument("--count", type=int, default=1000, metavar="M", help="how many programs")
    parser.add_argument("--reports", action="store_true",
                        help="only what a build with heap check and sanitizers reports, not what is printed")
    parser.add_argument("--seeds", type=Path, metavar="FILE", help="the programs of these seeds instead")
    parser.add_argument("--differing", type=Path, metavar="FILE", help="write the seeds of programs that differ")
    parser.add_argument("--out", metavar="FOLDER", help="write the first program of each kind of difference, made small")
    parser.add_argument("--kinds", type=int, default=40, help="how many kinds are made small")
    parser.add_argument("--show", type=int, metavar="SEED")
    options = parser.parse_args()

    python = find_python(options.python)
    if not python:
        print("no interpreter of version %s" % options.python)
        return SKIPPED
    fuzzer = Fuzzer(options, python)
    if options.show is not None:
        print(fuzzer.source([options.show], None))
        return 0
    seeds = list(range(options.seed, options.seed + options.count))
    if options.seeds:
        seeds = [int(line) for line in options.seeds.read_text(encoding="utf-8").split()]
    batches = [seeds[first:first + BATCH] for first in range(0, len(seeds), BATCH)]
    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(fuzzer.run_batch, batches))
    fuzzer.drop_unconfirmed()
    kinds = sorted(fuzzer.kinds.items(), key=lambda item: -len(item[1]))
    for number, (kind, seeds) in enumerate(kinds):
        print("%5d  %s  (%s)" % (len(seeds), kind if kind.startswith("refused") else "", ", ".join(map(str, seeds[:3]))))
        for who, line in zip("CH", fuzzer.examples[kind]):
            print("       %s %s" % (who, line[:200]))
        if options.out and number < options.kinds:
            small = fuzzer.report(number, kind, seeds)
            body = small[small.index("print('\\n==', "):] if small and "print('\\n==', " in small else small
            print("       " + (body or "not alone, or CPython varies\n").replace("\n", "\n       "), flush=True)
    if options.differing:
        differing = sorted(seed for found in fuzzer.kinds.values() for seed in found)
        options.differing.write_text("".join("%d\n" % seed for seed in differing), encoding="utf-8")
    print("%d programs compared under %s, %d differ in %d ways, %d did not end"
          % (fuzzer.compared, options.python, sum(map(len, fuzzer.kinds.values())), len(kinds), fuzzer.endless))
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
