#!/usr/bin/env python3
"""The recorded run: programs of the generator and what CPython printed for them, for machines without an interpreter.

    recorded.py --heapstep PATH      compare with the recordings
    recorded.py --record             make recorded/VERSION.txt anew, from the interpreters installed here

A file begins with a digest of the programs, so that a change of the grammar asks for new recordings.
"""

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

import batch
import fuzz
import generate
from batch import corpus
from record import find_python

FOLDER = Path(__file__).resolve().parent / "recorded"
PROGRAMS = 60  # for each version
SECONDS = 300  # of heapstep's own time for a file; a build with sanitizers and heap check needs many
FIRST = {version: 1000 * index for index, version in enumerate(corpus.VERSIONS)}


def source_of(version, seeds):
    grammar = generate.Grammar(version)
    return batch.PRELUDE + "".join(batch.layout(seed, generate.Generator(seed, grammar).program(), False)
                                   for seed in seeds)


def digest(source):
    return hashlib.sha1(source.encode("utf-8", "surrogatepass")).hexdigest()


def printed(command, source, seconds):
    """What a run printed, program by program, and how it ended."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(source, encoding="utf-8")
        return batch.run(command, path, seconds)


def steady(python, version, seed):
    """Does CPython compile the program, end it, and print the same twice?"""
    source = source_of(version, [seed])
    if not batch.that_compile(python, [source]):
        return False
    runs = [printed([python], source, fuzz.SECONDS) for _ in range(3)]
    return all(run.status == 0 and seed in run.printed and run.printed == runs[0].printed for run in runs)


def record(version):
    python = find_python(version)
    if not python:
        return "no interpreter of version %s" % version
    seeds = []
    candidate = FIRST[version]
    while len(seeds) < PROGRAMS:
        if steady(python, version, candidate):
            seeds.append(candidate)
        candidate += 1
    source = source_of(version, seeds)
    got = printed([python], source, fuzz.SECONDS)
    text = "".join("== %d\n%s" % (seed, got.printed[seed]) for seed in seeds)
    FOLDER.mkdir(exist_ok=True)
    Path(FOLDER, version + ".txt").write_bytes((digest(source) + "\n" + text).encode("utf-8"))
    return None


def compare(heapstep, version):
    """The number of programs that differ from their recordings, each told."""
    wanted, _, text = Path(FOLDER, version + ".txt").read_bytes().decode("utf-8").partition("\n")
    expected = batch.Outcome(text, "", 0).printed
    source = source_of(version, list(expected))
    if digest(source) != wanted:
        print("%s: the generator makes other programs now: run recorded.py --record" % version)
        return 1
    got = printed([heapstep, "run", "--python", version], source, SECONDS)
    failed = 0
    for seed, text in expected.items():
        pair = fuzz.first_difference(text, got.printed.get(seed, "nothing\n"))
        if pair:
            failed += 1
            print("%s, program %d\n  - %s\n  + %s" % (version, seed, *pair))
    if fuzz.failure(got):
        failed += 1
        print("%s: %s\n%s" % (version, fuzz.failure(got), got.stderr[-2000:]))
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--heapstep", metavar="PATH")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if options.record:
        for problem in filter(None, map(record, corpus.VERSIONS)):
            print(problem)
        return 0
    failed = sum(compare(options.heapstep, version) for version in corpus.VERSIONS)
    print("%d programs, %d differ" % (PROGRAMS * len(corpus.VERSIONS), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
