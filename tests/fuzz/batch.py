"""Many independent programs in one file: how they are laid out, run, and told apart in what is printed."""

import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "conformance"))
import corpus  # noqa: E402

# What each program may use. Written for every version from 3.6.
PRELUDE = '''\
import abc, bisect, collections, contextlib, copy, enum, functools, heapq, itertools, math, operator, random, string
try:
    import dataclasses
except ImportError:
    pass
ticks = [0]
def text(value):
    found = repr(value)
    return found if len(found) < 400 else found[:400] + '...'
def caught(error):
    try:
        print('!', type(error).__name__, error)
    except Exception as other:
        print('!', type(error).__name__, 'has no text:', type(other).__name__, other)
    print('!', error.args, type(error.__cause__).__name__, type(error.__context__).__name__)
def tick():
    ticks[0] += 1
    return ticks[0] > 20
def take(iterable):
    found = []
    for item in iterable:
        found.append(item)
        if len(found) == 8:
            break
    return found
class Manager:
    def __init__(self, value, swallow):
        self.value, self.swallow = value, swallow
    def __enter__(self):
        print('enter', text(self.value))
        return self.value
    def __exit__(self, kind, value, trace):
        print('exit', kind and kind.__name__, value)
        return self.swallow
class Box:
    def __init__(self, x=1, y=2):
        self.x, self.y = x, y
Point = collections.namedtuple('Point', 'x y')
class Colour(enum.Enum):
    RED = 1
    GREEN = 'g'
    BLUE = RED
class Record:
    def __init__(self, name, tags=()):
        self.name, self.tags = name, tags
    def __eq__(self, other):
        return isinstance(other, Record) and (self.name, self.tags) == (other.name, other.tags)
    def __repr__(self):
        return 'Record(%r, %r)' % (self.name, self.tags)
    def size(self):
        return len(self.tags)
def start(number):
    print('\\n==', number)
    ticks[0] = 0
    for name in list(globals()):
        if name[0] in 'vhfgCw' and name[1:].isdigit() or name == 'shared':
            del globals()[name]
'''
MARK = re.compile(r"^== (\d+)\n", re.MULTILINE)
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
CHECK = """\
import json, sys, warnings
warnings.simplefilter("ignore")
for number, source in enumerate(json.load(sys.stdin)):
    try:
        compile(source, "program", "exec")
    except (SyntaxError, ValueError, OverflowError, MemoryError, RecursionError):
        print(number)
"""
MEMORY = 2 << 30
PATIENCE = 600  # seconds, which a busy machine may need for a few seconds of a program


def indented(lines):
    return ["    " + line for line in lines]


def layout(number, lines, ending):
    """One program in a batch. An odd number makes it a function; `ending` leaves it without a handler."""
    body = ["start(%d)" % number]
    handler = ["except BaseException as error:", "    caught(error)"]
    if number % 2:
        body += ["def program():"] + indented(lines)
        lines = ["program()"]
    return "\n".join(body + lines if ending else body + ["try:"] + indented(lines) + handler) + "\n"


def limits(seconds, memory):
    """What bounds a process: its own time, so that a busy machine makes no difference."""
    def apply():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    return apply


class Outcome:
    """What a run of a file printed, program by program, and how it ended."""

    def __init__(self, stdout, stderr, status):
        parts = MARK.split(ADDRESS.sub("0x...", stdout))
        self.printed = dict(zip(map(int, parts[1::2]), parts[2::2]))
        self.stderr = ADDRESS.sub("0x...", stderr)
        self.status = status

    def last_line(self):
        lines = self.stderr.rstrip("\n").split("\n")
        return lines[-1]


def run(command, path, seconds, memory=None):
    """Runs a file under an interpreter, at most for these seconds of its own time."""
    try:
        done = subprocess.run(command + [str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=PATIENCE, env=corpus.environment(), check=False,
                              preexec_fn=limits(seconds, memory))
    except subprocess.TimeoutExpired as late:
        return Outcome((late.stdout or b"").decode("utf-8", "backslashreplace"), "", "no end")
    ended = done.returncode not in (-signal.SIGXCPU, -signal.SIGKILL)
    return Outcome(done.stdout.decode("utf-8", "backslashreplace"), corpus.plain(done.stderr, path),
                   corpus.status_of(done.returncode, done.stderr) if ended else "no end")


def that_compile(python, sources):
    """The indexes of the sources that this interpreter compiles."""
    import json
    done = subprocess.run([python, "-c", CHECK], input=json.dumps(sources).encode(), stdout=subprocess.PIPE,
                          check=True, env=corpus.environment())
    wrong = {int(line) for line in done.stdout.split()}
    return [index for index in range(len(sources)) if index not in wrong]
