#!/usr/bin/env python3
"""Records what real interpreters print for every program: expected/VERSION.json.

    record.py [VERSION...]            record (3.12 if none is named)
    record.py --check [VERSION...]    compare the recordings with the interpreters installed here
    record.py --python PATH           use this interpreter, for its own version

An interpreter is looked for as python3.N on PATH, then among pyenv's.
"""

import argparse
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus

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


def record(python):
    """Runs every program twice; one whose output is not the same both times is no test."""
    programs = corpus.programs()

    def both(path):
        return [corpus.run_python(python, path, TIMEOUT) for _ in range(2)]

    with ThreadPoolExecutor(corpus.JOBS) as pool:
        pairs = dict(zip(programs, pool.map(both, programs.values())))
    for name, (first, second) in pairs.items():
        if first != second:
            sys.exit("%s: two runs of %s differ" % (name, python))
        if not isinstance(first["status"], int):
            sys.exit("%s: %s" % (name, first["status"]))
    return {name: first for name, (first, _) in pairs.items()}


def check(version, full_version, results):
    """The number of programs whose recording is missing, stale or different."""
    recorded_with, old = corpus.read_expected(version)
    if recorded_with != full_version:
        print("recorded with %s, compared with %s" % (recorded_with, full_version))
    wrong = [name for name in sorted(old.keys() | results.keys()) if old.get(name) != results.get(name)]
    for name in wrong:
        print("%s: %s differs" % (version, name))
    print("%s: %d recordings agree, %d differ" % (full_version, len(results) - len(wrong), len(wrong)))
    return len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("versions", nargs="*", metavar="VERSION")
    parser.add_argument("--python", action="append", default=[], metavar="PATH")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()

    pythons = {}
    for path in options.python:
        found = corpus.version_of(path)
        if not found:
            parser.error("%s is not a Python 3 interpreter" % path)
        pythons[found[0]] = path
    default = [] if pythons else corpus.recorded_versions() if options.check else ["3.12"]
    for version in options.versions or default:
        if version not in corpus.VERSIONS:
            parser.error("no such version: %s" % version)
        pythons.setdefault(version, find_python(version))

    wrong = 0
    for version, python in pythons.items():
        if not python:
            print("%s: no interpreter found" % version)
            wrong += not options.check
            continue
        full_version = corpus.version_of(python)[1]
        results = record(python)
        if options.check:
            wrong += check(version, full_version, results)
        else:
            corpus.write_expected(version, full_version, results)
            print("%s: %d programs recorded" % (full_version, len(results)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
