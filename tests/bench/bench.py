"""What the benchmarks share: the programs in their two sizes, and measuring a process."""

import argparse
import os
import re
import resource
import statistics
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
VERSION = "3.11"
# Program: its short size, which is recorded, and its long one, which takes CPython 3.11 more than 0.2 s.
SIZES = {
    "fib": (18, 30),
    "queens": (6, 9),
    "sorting": (40, 1100),
    "words": (12, 2200),
    "bank": (30, 1800),
    "pipeline": (1500, 160000),
    "matrix": (14, 120),
}


def options(description, **more):
    """The options of every benchmark, and those of one."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--heapstep", required=True, help="the program to measure")
    parser.add_argument("--build", default="unknown", help="meson's build type, for the heading")
    parser.add_argument("--rounds", type=int, default=5, help="times that each program runs")
    for name, help_text in more.items():
        parser.add_argument("--" + name, help=help_text)
    return parser.parse_args()


def write_program(folder, name, size):
    """The program's text in that size, as a file in `folder`."""
    text = (HERE / "programs" / (name + ".py")).read_text(encoding="utf-8")
    text, found = re.subn(r"(?m)^SIZE = \d+$", "SIZE = %d" % size, text)
    assert found == 1, "%s has no line for its SIZE" % name
    path = Path(folder) / ("%s-%d.py" % (name, size))
    path.write_text(text, encoding="utf-8")
    return path


def programs(long):
    """(name, size, path) of each program, in one of its sizes, in a folder that goes with the generator."""
    with tempfile.TemporaryDirectory() as folder:
        for name, sizes in SIZES.items():
            yield name, sizes[long], write_program(folder, name, sizes[long])


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(command):
    """The whole process's seconds of processor time, which other work on the machine disturbs least, and its output."""
    before = children_seconds()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                          env=dict(os.environ, PYTHONHASHSEED="0"))
    seconds = children_seconds() - before
    if done.returncode:
        raise SystemExit("%s: exit status %d\n%s" % (" ".join(map(str, command)), done.returncode, done.stderr.decode()))
    return seconds, done.stdout


def median(values):
    return statistics.median(values)
