#!/usr/bin/env python3
"""Records what real interpreters' memory holds, event by event: expected/NAME.txt.

    record_all.py             programs that are new, or whose text changed
    record_all.py NAME...     these (a beginning of a name will do)

Needs all eight interpreters (found as ../record.py finds them), their headers and a C compiler.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import stored

sys.path.insert(0, str(stored.HERE.parent))
import corpus
from record import find_python

MOST_EVENTS = 400
TIMEOUT = 600


def record(python, path, most=MOST_EVENTS):
    """A Recording of one program under one interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "recording.json")
        subprocess.run([python, str(stored.HERE / "probe.py"), str(path), "-o", str(out), "--max-events", str(most)],
                       check=True, timeout=TIMEOUT)
        return stored.from_document(json.loads(out.read_text(encoding="utf-8")), most)


def found_pythons(versions=stored.VERSIONS):
    pythons = {version: find_python(version) for version in versions}
    return {version: python for version, python in pythons.items() if python}


def is_stale(name, path):
    if not stored.path_of(name).exists():
        return True
    with open(stored.path_of(name), encoding="utf-8") as file:
        return file.readline().split()[1] != stored.digest_of(path)


def forget_deleted():
    for path in stored.EXPECTED.glob("*.txt"):
        if path.stem not in stored.programs():
            path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    pythons = found_pythons()
    missing = [version for version in stored.VERSIONS if version not in pythons]
    if missing:
        parser.error("no interpreter found for " + " ".join(missing))
    forget_deleted()
    wanted = {name: path for name, path in stored.programs(options.names).items()
              if options.names or is_stale(name, path)}
    for name, path in wanted.items():
        with ThreadPoolExecutor(corpus.JOBS) as pool:
            done = dict(zip(pythons, pool.map(lambda python: record(python, path), pythons.values())))
        stored.write(name, stored.digest_of(path), done)
        print("recorded", name, flush=True)
    print("%d programs recorded" % len(wanted))
    return 0


if __name__ == "__main__":
    sys.exit(main())
