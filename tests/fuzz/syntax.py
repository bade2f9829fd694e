#!/usr/bin/env python3
"""Mutated sources: does heapstep accept and refuse what an installed CPython does, and in the same words?

    syntax.py --heapstep PATH [--python 3.12] [--seed N] [--count M] [--out FOLDER]

The programs of tests/conformance are changed a little (mutate.py) and begin with `raise SystemExit`, so that one which is
accepted ends at once. Four things are counted apart: the verdict, the message, its line, its column. The exit status is 1
where a verdict differs, 77 where no interpreter of this version is found.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import batch
import mutate
from batch import corpus
from record import find_python

BATCH = 200
SECONDS = 20
SKIPPED = 77
LONGEST = 5000
FIRST_LINE = "raise SystemExit\n"

# Reads files as `python FILE` does, which is not what compile() of their text does.
JUDGE = r"""
import ctypes, io, json, sys, warnings
warnings.simplefilter("ignore")
c = ctypes.CDLL(None)
c.fopen.restype = ctypes.c_void_p
run = ctypes.pythonapi.PyRun_FileExFlags
run.restype = ctypes.py_object
run.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.py_object, ctypes.py_object, ctypes.c_int, ctypes.c_void_p]
for path in json.load(sys.stdin):
    names = {"__builtins__": __builtins__}
    try:
        run(c.fopen(path.encode(), b"rb"), path.encode(), 257, names, names, 1, None)
        verdict = ["accepted"]
    except SystemExit:
        verdict = ["accepted"]
    except SyntaxError:
        told, sys.stderr = sys.stderr, io.StringIO()
        sys.__excepthook__(*sys.exc_info())
        verdict = ["refused", sys.stderr.getvalue()]
        sys.stderr = told
    except (MemoryError, RecursionError, UnicodeDecodeError, ValueError) as error:
        verdict = ["other", type(error).__name__]
    print(json.dumps(verdict), flush=True)
"""


def seeds_of_corpus(python):
    """The programs to change: what this version compiles, and not too long."""
    found = []
    for path in sorted((Path(corpus.__file__).parent / "programs").rglob("*.py")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if len(text) < LONGEST and "__future__" not in text and "\0" not in text and "coding" not in text:
            found.append(text)
    return [found[index] for index in batch.that_compile(python, found)]


def refusal(stderr):
    """What a syntax error's text says: message, line, and the caret's column as it is shown."""
    place = re.findall(r'^  File "[^"]*", line (\d+)', stderr, re.MULTILINE)
    caret = re.search(r"^( +)\^", stderr, re.MULTILINE)
    return ["refused", stderr.rstrip("\n").split("\n")[-1], int(place[-1]) if place else None,
            len(caret[1]) if caret else None]


def judged_by_python(python, paths):
    done = subprocess.run([python, "-c", JUDGE], input=json.dumps(list(map(str, paths))).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=corpus.environment(), check=False)
    verdicts = [json.loads(line) for line in done.stdout.decode().splitlines()]
    verdicts = [refusal(verdict[1]) if verdict[0] == "refused" else verdict for verdict in verdicts]
    return verdicts + [["other", "crash"]] * (len(paths) - len(verdicts))


def judged_by_heapstep(command, path):
    """The same of heapstep."""
    got = batch.run(command, path, SECONDS)
    if got.status == 0:
        return ["accepted"]
    if got.status == 1 and re.match(r"\w*(Syntax|Indentation|Tab)Error", got.last_line()):
        return refusal(got.stderr)
    return ["other", "%s %s" % (got.status, got.stderr.strip().split("\n")[0][:80])]


def difference(real, got):
    """What differs: verdict, message, line or column; None where nothing does, or CPython itself broke."""
    if real[0] == "other" or real == got:
        return None
    if got[0] == "other":
        return "alone" if got[1].startswith("2 ") else "failure"
    for index, what in enumerate(("verdict", "message", "line", "column")):
        if real[index:index + 1] != got[index:index + 1]:
            return what
    return None


def normal(verdict):
    return re.sub(r"'[^']*'", "'…'", re.sub(r"\d+", "0", " ".join(map(str, verdict[:2]))))


class SyntaxFuzzer:
    def __init__(self, options, python):
        self.python = python
        self.command = [options.heapstep, "run", "--python", options.python]
        self.out = options.out
        self.sources = seeds_of_corpus(python)
        self.kinds = defaultdict(list)  # (what, CPython's, heapstep's): [(seed, source, real, got)]
        self.compared = 0
        self.refused = 0

    def source(self, seed):
        mutator = mutate.Mutator(seed)
        return FIRST_LINE + mutator.mutate(mutator.random.choice(self.sources))

    def run_batch(self, seeds):
        with tempfile.TemporaryDirectory() as folder:
            sources = [self.source(seed) for seed in seeds]
            paths = [Path(folder, "p%d.py" % seed) for seed in seeds]
            for path, source in zip(paths, sources):
                path.write_bytes(source.encode("utf-8", "surrogatepass"))
            for seed, path, source, real in zip(seeds, paths, sources, judged_by_python(self.python, paths)):
                got = judged_by_heapstep(self.command, path)
                self.compared += 1
                self.refused += real[0] == "refused"
                what = difference(real, got)
                if what:
                    self.kinds[what, normal(real), normal(got)].append((seed, source, real, got))

    def report(self):
        """Prints the kinds, verdicts first, each with the line of its first program; the number by what differs."""
        order = ["failure", "verdict", "alone", "message", "line", "column"]
        counts = dict.fromkeys(order, 0)
        for (what, *_), found in sorted(self.kinds.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]))):
            counts[what] += len(found)
            seed, source, real, got = found[0]
            print("%5d  %s (%s)" % (len(found), what, ", ".join(str(each[0]) for each in found[:3])))
            print("       C %s\n       H %s" % (real, got))
            line = (real + [None] * 3)[2] or (got + [None] * 3)[2] or 1
            for text in source.split("\n")[max(0, line - 2):line + 1]:
                print("         | " + text)
            if self.out:
                self.out.mkdir(parents=True, exist_ok=True)
                Path(self.out, "%s-%d.py" % (what, seed)).write_bytes(source.encode("utf-8", "surrogatepass"))
        return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--python", default="3.12", choices=corpus.VERSIONS)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the first source's")
    parser.add_argument("--count", type=int, default=1000, metavar="M", help="how many sources")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write the first source of each kind of difference")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the source of a seed")
    options = parser.parse_args()
    python = find_python(options.python)
    if not python:
        print("no interpreter of version %s" % options.python)
        return SKIPPED
    fuzzer = SyntaxFuzzer(options, python)
    if options.show is not None:
        print(fuzzer.source(options.show))
        return 0
    end = options.seed + options.count
    for first in range(options.seed, end, BATCH):
        fuzzer.run_batch(range(first, min(first + BATCH, end)))
    counts = fuzzer.report()
    print("%d sources compared under %s, %d refused; differ: %s" % (
        fuzzer.compared, options.python, fuzzer.refused,
        ", ".join("%s %d" % pair for pair in counts.items())))
    return 1 if counts["verdict"] + counts["failure"] else 0


if __name__ == "__main__":
    sys.exit(main())
