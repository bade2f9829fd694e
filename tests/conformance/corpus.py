"""The programs of the conformance tests, how one is run, and where recordings of real interpreters lie."""

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
EXPECTED = HERE / "expected"
VERSIONS = ["3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]
# Two at a time: a test leaves room for the person at the machine.
JOBS = 2
SANITIZER_MARKS = ("AddressSanitizer", "LeakSanitizer", "runtime error:", "UndefinedBehaviorSanitizer")


def programs(wanted=()):
    """Name ("topic/name") to path, the bundled scenarios as a topic of their own, in sorted order."""
    found = {str(path.relative_to(PROGRAMS).with_suffix("")): path for path in PROGRAMS.glob("*/*.py")}
    for path in SCENARIOS.iterdir():
        if path.suffix in (".py", ".json"):
            found["scenarios/" + path.stem] = path
    return {name: found[name] for name in sorted(found)
            if not wanted or any(name == part or name.startswith(part.rstrip("/") + "/") for part in wanted)}


def topic_of(name):
    return name.split("/")[0]


def environment():
    """What must not differ from one machine to the next."""
    settings = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8", TERM="dumb")
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
    return output.decode("utf-8", "backslashreplace").replace(str(path), path.name)


def status_of(code, stderr):
    """The exit status, or a word where the process did not end by itself."""
    if any(mark.encode() in stderr for mark in SANITIZER_MARKS):
        return "sanitizer report"
    if code < 0:
        return "crash: " + signal.Signals(-code).name
    return code


def run_python(python, path, timeout):
    """What a real interpreter does with a program or a scenario."""
    if path.suffix == ".py":
        return run([python, str(path)], timeout, path)
    scenario = json.loads(path.read_text(encoding="utf-8"))
    text = "".join(line + "\n" for line in scenario["program"])
    if scenario.get("mode") == "repl":
        result = run([python, "-i", "-q"], timeout, path, feed=text.encode())
        return dict(result, stderr="")  # prompts
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


def expected_path(version):
    return EXPECTED / (version + ".json")


def write_expected(version, full_version, results):
    """Texts are written as lists of lines, so that a change shows as few changed lines."""
    rows = {name: {key: value.split("\n") if isinstance(value, str) else value for key, value in result.items()}
            for name, result in results.items()}
    EXPECTED.mkdir(exist_ok=True)
    with open(expected_path(version), "w", encoding="utf-8") as file:
        json.dump({"python": full_version, "programs": rows}, file, indent=1, sort_keys=True, ensure_ascii=False)
        file.write("\n")


def read_expected(version):
    """(full version, name to result) as they were recorded."""
    with open(expected_path(version), encoding="utf-8") as file:
        content = json.load(file)
    return content["python"], {
        name: {key: "\n".join(value) if isinstance(value, list) else value for key, value in row.items()}
        for name, row in content["programs"].items()}


def recorded_versions():
    return [version for version in VERSIONS if expected_path(version).exists()]
