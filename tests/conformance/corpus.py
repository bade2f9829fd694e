"""The programs of the conformance tests, and how one is run.

A program is programs/TOPIC/NAME.py, or programs/TOPIC/NAME/main.py where modules lie beside it; NAME.stdin, if there
is one, is what it reads. Its first line may say which versions it is for: `# python: 3.8+` or `# python: 3.6 3.7`.
"""

import hashlib
import json
import os
import re
import signal
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
SCENARIOS = HERE.parent.parent / "scenarios"
VERSIONS = ["3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]
# What prints counts of objects that the interpreter itself shares.
OF_ONE_VERSION = "3.12"
PROGRAMS_OF_ONE_VERSION = {"memory/count_without_end", "memory/immortal", "memory/immortal_counts"}
# Two at a time: a test leaves room for the person at the machine.
JOBS = 2
SANITIZER_MARKS = ("AddressSanitizer", "LeakSanitizer", "runtime error:", "UndefinedBehaviorSanitizer")
VERSIONS_LINE = re.compile(r"#\s*python:\s*(.*)")


def programs(wanted=()):
    """Name ("topic/name") to path, the bundled scenarios as a topic of their own, in sorted order."""
    found = {name_of(path): path for pattern in ("*/*.py", "*/*/main.py") for path in PROGRAMS.glob(pattern)}
    for path in SCENARIOS.iterdir():
        if path.suffix in (".py", ".json"):
            found["scenarios/" + path.stem] = path
    return {name: found[name] for name in sorted(found)
            if not wanted or any(name == part or name.startswith(part.rstrip("/") + "/") for part in wanted)}


def name_of(path):
    inside = path.relative_to(PROGRAMS).with_suffix("")
    return str(inside if len(inside.parts) == 2 else inside.parent)


def topic_of(name):
    return name.split("/")[0]


def stdin_of(path):
    """The bytes that a program reads, or None."""
    beside = path.parent.with_suffix(".stdin") if path.name == "main.py" else path.with_suffix(".stdin")
    return beside.read_bytes() if beside.exists() else None


def digest(path):
    """Says whether a program is still what was recorded: its text, its modules' and its input's."""
    parts = sorted(path.parent.rglob("*.py")) if path.name == "main.py" else [path]
    text = b"\0".join(part.read_bytes() for part in parts) + b"\0" + (stdin_of(path) or b"")
    return hashlib.sha256(text).hexdigest()[:16]


def versions_of(name, path):
    """The versions that a program is recorded and compared for."""
    if name in PROGRAMS_OF_ONE_VERSION:
        return [OF_ONE_VERSION]
    with open(path, encoding="utf-8", errors="replace") as file:
        said = VERSIONS_LINE.match(file.readline())
    if not said:
        return VERSIONS
    return [version for word in said[1].split() for version in versions_meant(word)]


def versions_meant(word):
    """"3.8", "3.8+" or "3.8-3.10" as a list of versions."""
    first, _, last = word.rstrip("+").partition("-")
    start = VERSIONS.index(first)
    end = len(VERSIONS) - 1 if word.endswith("+") else VERSIONS.index(last or first)
    return VERSIONS[start:end + 1]


def environment():
    """What must not differ from one machine to the next."""
    settings = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8", TERM="dumb",
                    PYTHONDONTWRITEBYTECODE="1", PYTHONUNBUFFERED="1")  # a buffer's lists would show in gc.get_count()
    for name in ("PYTHONSTARTUP", "PYTHONPATH", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHON_COLORS", "FORCE_COLOR"):
        settings.pop(name, None)
    return settings


def run(command, timeout, path, feed=None):
    """Runs a command; the path of the program in what it prints becomes the file's bare name."""
    try:
        done = subprocess.run(command, input=feed, stdin=None if feed is not None else subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout,
                              env=environment(), check=False)
    except subprocess.TimeoutExpired:
        return {"stdout": "", "stderr": "", "status": "no end after %g seconds" % timeout}
    return {"stdout": plain(done.stdout, path), "stderr": plain(done.stderr, path),
            "status": status_of(done.returncode, done.stderr)}


def plain(output, path):
    return output.decode("utf-8", "backslashreplace").replace(str(path), path.name).replace(str(path.parent) + "/", "")


def status_of(code, stderr):
    """The exit status, or a word where the process did not end by itself."""
    if any(mark.encode() in stderr for mark in SANITIZER_MARKS):
        return "sanitizer report"
    if code < 0:
        return "crash: " + signal.Signals(-code).name
    return code


def is_typed(path):
    """Programs of the topic `prompt` are read as typed at a prompt: what they print besides prompts and tracebacks."""
    return path.parent == PROGRAMS / "prompt"


def run_heapstep(heapstep, version, path, timeout, options=()):
    if is_typed(path):
        result = run([heapstep, "run", "--repl", "--python", version, *options, str(path)], timeout, path)
        return dict(result, stderr="")
    return run([heapstep, "run", "--python", version, *options, str(path)], timeout, path, stdin_of(path))


def run_typed(python, text, path, timeout):
    result = run([python, "-i", "-q"], timeout, path, feed=text)
    return dict(result, stderr="")  # prompts


def run_python(python, path, timeout):
    """What a real interpreter does with a program or a scenario."""
    if is_typed(path):
        return run_typed(python, path.read_bytes(), path, timeout)
    if path.suffix == ".py":
        return run([python, str(path)], timeout, path, stdin_of(path))
    scenario = json.loads(path.read_text(encoding="utf-8"))
    text = "".join(line + "\n" for line in scenario["program"])
    if scenario.get("mode") == "repl":
        return run_typed(python, text.encode(), path, timeout)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, path.stem + ".py")
        copy.write_text(text, encoding="utf-8")
        return run([python, str(copy)], timeout, copy)


def version_of(python):
    """("3.12", "3.12.1") of an interpreter, or None where it does not start."""
    try:
        done = subprocess.run([python, "--version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(r"Python ((3\.\d+)\.\S+)", done.stdout.decode(errors="replace"))
    return (found[2], found[1]) if found and done.returncode == 0 else None
