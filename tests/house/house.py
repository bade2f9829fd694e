#!/usr/bin/env python3
"""The house rules that a machine can see: who may include whom, where things lie, how long they are.

    house.py [--cc COMPILER]
"""

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
SRC = TOP / "src"

# Room: the rooms that it may look into beside itself. In the order of the data flow.
ROOMS = {
    "base": "",
    "scene": "base",
    "json": "base",
    "profile": "json base",
    "lang": "profile base",
    "scenario": "json lang profile base",
    "model": "profile base",
    "run": "lang model profile base",
    "trace": "model lang base",
    "judge": "scenario run trace model base",
    "view": "trace model lang scenario scene base",
    "paint": "scene base",
    "out": "view paint scene trace model base",
    "app": "base json scene profile lang scenario model run trace judge view paint out",
}
# Libraries beyond libc: how their headers begin, and the rooms that may use them.
LIBRARIES = {
    "cjson/": "json profile scenario judge out app",
    "gmp": "lang model run",
    "utf8proc": "lang run",
    "SDL": "paint app",
    "cairo": "paint out",
    "fontconfig/": "paint",
    "png": "out",
}
# Rooms that look at recordings: their tests make some.
RECORDING = {"trace", "judge", "view"}
MAKES_RECORDINGS = {"run", "profile"}
TOP_LEVEL = {"src", "assets", "scenarios", "tests", "meson.build", "meson_options.txt", "README.md", "LICENSE"}
README_LINES = 25
FILE_LINES = 600
PACKAGES = ["gmp", "libutf8proc", "libcjson", "cairo", "sdl2", "SDL2_ttf", "fontconfig", "libpng", "cmocka"]
JOBS = 2

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)
PRINTING = re.compile(r"\b(?:printf|vprintf|puts|putchar|perror)\s*\(|\b(?:stdout|stderr)\b")
# Put together, so that this file does not hold them.
MARKS = re.compile(r"\b(%s)\b" % "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]))


def sources(*folders):
    for folder in folders:
        for path in sorted((TOP / folder).rglob("*")):
            if path.suffix in (".c", ".h"):
                yield path


def shown(path):
    return str(path.relative_to(TOP))


def read(path):
    return path.read_text(encoding="utf-8")


def allowed(room, own):
    """May a file of the room `own` look into `room`?"""
    return room == own or room in ROOMS[own].split()


def check_includes():
    """Rooms look only into the rooms that the plan allows."""
    for path in sources("src"):
        own = path.relative_to(SRC).parts[0]
        if own not in ROOMS:
            yield "%s: no such room in the plan: %s" % (shown(path), own)
            continue
        for mark, name in INCLUDE.findall(read(path)):
            room = name.split("/")[0]
            if mark == '"' and not allowed(room, own):
                yield '%s: %s may not include "%s"' % (shown(path), own, name)
            for start, users in LIBRARIES.items():
                if mark == "<" and name.startswith(start) and own not in users.split():
                    yield "%s: %s may not include <%s>" % (shown(path), own, name)


def check_tests_includes():
    """A room's tests look only into what the room may use."""
    for path in sources("tests"):
        own = path.relative_to(TOP / "tests").parts[0]
        for mark, name in INCLUDE.findall(read(path)):
            room = name.split("/")[0]
            if own in RECORDING and room in MAKES_RECORDINGS:
                continue
            if mark == '"' and own in ROOMS and room in ROOMS and not allowed(room, own):
                yield '%s: tests of %s may not include "%s"' % (shown(path), own, name)


def check_video():
    """Only app opens the window: no other room calls SDL's video, events or renderer."""
    calls = re.compile(r"\bSDL_(?:Init|CreateWindow|CreateRenderer|PollEvent|WaitEvent\w*|GetWindow\w*|Render\w+)\s*\(")
    for path in sources("src"):
        if path.relative_to(SRC).parts[0] != "app":
            for call in calls.findall(COMMENT_OR_STRING.sub(" ", read(path))):
                yield "%s: %s" % (shown(path), call)


def check_printing():
    """Only app prints."""
    for path in sources("src"):
        if path.relative_to(SRC).parts[0] == "app":
            continue
        found = PRINTING.search(COMMENT_OR_STRING.sub(" ", read(path)))
        if found:
            yield "%s: prints: %s" % (shown(path), found[0])


def check_readmes():
    """Each room has a README of at most 25 lines."""
    for folder in sorted(path for path in SRC.iterdir() if path.is_dir() and list(path.glob("*.c"))):
        readme = folder / "README.md"
        if not readme.exists():
            yield "%s: no README.md" % shown(folder)
        elif len(read(readme).splitlines()) > README_LINES:
            yield "%s: more than %d lines" % (shown(readme), README_LINES)


def check_length():
    """No source file is longer than 600 lines."""
    tables = TOP / "tests/run/objects"  # expressions, a line each, with what CPython makes of them
    scripts = [path for path in sorted((TOP / "tests").rglob("*.py")) if path.parent != tables]
    for path in list(sources("src", "tests")) + scripts:
        length = len(read(path).splitlines())
        if length > FILE_LINES:
            yield "%s: %d lines" % (shown(path), length)


def check_top_level():
    """The top level holds what belongs there and nothing else."""
    for path in sorted(TOP.iterdir()):
        if path.name not in TOP_LEVEL and not path.name.startswith((".", "build")):
            yield "%s does not belong at the top level" % path.name


def check_marks():
    """Nothing is marked as unfinished."""
    for path in sources("src", "tests"):
        found = MARKS.search(read(path))
        if found:
            yield "%s: %s" % (shown(path), found[0])


def package_flags():
    """Flags of the libraries that are installed."""
    flags = []
    for package in PACKAGES:
        done = subprocess.run(["pkg-config", "--cflags", package], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
        flags += done.stdout.decode().split() if done.returncode == 0 else []
    return list(dict.fromkeys(flags))


def check_headers(compiler):
    """Every header compiles alone."""
    command = compiler + ["-std=c11", "-D_GNU_SOURCE", "-fsyntax-only", "-I", str(SRC)] + package_flags()

    def problem(path):
        text = '#include "%s"\n' % path.relative_to(SRC)
        done = subprocess.run(command + ["-x", "c", "-"], input=text.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            return "%s: %s" % (shown(path), done.stdout.decode(errors="replace").strip()[:400])
        return None

    with ThreadPoolExecutor(JOBS) as pool:
        return [text for text in pool.map(problem, sorted(SRC.rglob("*.h"))) if text]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cc", nargs="+", default=["cc"])
    options = parser.parse_args()
    checks = [check_includes, check_tests_includes, check_video, check_printing, check_readmes, check_length,
              check_top_level, check_marks]
    results = [(check.__doc__, list(check())) for check in checks]
    results.append((check_headers.__doc__, check_headers(options.cc)))
    for rule, problems in results:
        if problems:
            print(rule)
            print("".join("    %s\n" % problem for problem in problems))
    failed = sum(bool(problems) for _, problems in results)
    print("%d passed, %d failed" % (len(results) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
