#!/usr/bin/env python3
"""Records what real interpreters print: expected/TOPIC/NAME.json.

    record.py                          programs that are new, or whose text changed
    record.py TOPIC or TOPIC/NAME...   these
    record.py --check [TOPIC...]       compare the recordings with the interpreters installed here

An interpreter is looked for as python3.N on PATH, then among pyenv's. Recording needs all versions that a program is
for; --check takes those that are here.
"""

import argparse
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus
import recordings

TIMEOUT = 60


def candidates(version):
    """Paths that may be an interpreter of this version."""
    on_path = shutil.which("python" + version)
    if on_path:
        yield on_path
    pyenv = shutil.which("pyenv")
    if pyenv:
        root = subprocess.run([pyenv, "root"], stdout=subprocess.PIPE, check=False).stdout.decode().strip()
        for folder in sorted(Path(root, "versions").glob(version + ".*")):
            yield str(folder / "bin" / "python3")


def find_python(version):
    """The path of an interpreter of this version, or None."""
    for path in candidates(version):
        if (corpus.version_of(path) or ("",))[0] == version:
            return path
    return None


def result_of(name, python, path):
    """Runs a program twice; one whose output is not the same both times is no test."""
    first, second = (corpus.run_python(python, path, TIMEOUT) for _ in range(2))
    if first != second:
        sys.exit("%s: two runs of %s differ" % (name, python))
    if not isinstance(first["status"], int):
        sys.exit("%s: %s with %s" % (name, first["status"], python))
    return first


def results_of(programs, pythons):
    """Name to version to result, with each interpreter that is here and that the program is for."""
    jobs = [(name, version) for name, path in programs.items() for version in corpus.versions_of(name, path)
            if version in pythons]
    with ThreadPoolExecutor(corpus.JOBS) as pool:
        done = pool.map(lambda job: result_of(job[0], pythons[job[1]], programs[job[0]]), jobs)
        results = {name: {} for name in programs}
        for (name, version), result in zip(jobs, done):
            results[name][version] = result
    return results


def record(programs, pythons):
    for name, path in programs.items():
        missing = [version for version in corpus.versions_of(name, path) if version not in pythons]
        if missing:
            sys.exit("%s: no interpreter found for %s" % (name, recordings.spans(missing)))
    for name, results in results_of(programs, pythons).items():
        recordings.write(name, corpus.digest(programs[name]), results)
        print("recorded", name)
    print("%d programs recorded" % len(programs))


def check(programs, pythons):
    """The number of recordings that are stale, or that an interpreter contradicts."""
    wrong = compared = 0
    for name, results in results_of(programs, pythons).items():
        why = recordings.stale(name, programs[name])
        differing = [] if why else [v for v in results if recordings.read(name)[1][v] != results[v]]
        if why or differing:
            print("%s: %s" % (name, why or recordings.spans(differing) + " differs"))
        compared += len(results)
        wrong += 1 if why else len(differing)
    print("%s: %d runs compared, %d differ" % (recordings.spans(pythons) or "no interpreter", compared, wrong))
    return wrong


def forget_deleted():
    """Removes the recordings of programs that are no more."""
    names = corpus.programs()
    for path in recordings.EXPECTED.glob("*/*.json"):
        if str(path.relative_to(recordings.EXPECTED).with_suffix("")) not in names:
            path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="TOPIC/NAME")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()

    programs = corpus.programs(options.names)
    if options.names and not programs:
        parser.error("no such program")
    pythons = {version: find_python(version) for version in corpus.VERSIONS}
    pythons = {version: python for version, python in pythons.items() if python}
    if options.check:
        return 1 if check(programs, pythons) else 0
    if not options.names:
        forget_deleted()
        programs = {name: path for name, path in programs.items() if recordings.stale(name, path)}
    record(programs, pythons)
    return 0


if __name__ == "__main__":
    sys.exit(main())
