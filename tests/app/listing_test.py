#!/usr/bin/env python3
"""The source panel shows the module that a step is in.

    listing_test.py --heapstep PATH
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MAIN = "import shapes\nprint(shapes.area(3))\n"
SHAPES = "side_count = 4\ndef area(side):\n    return side * side\n"


def texts(path):
    """The texts of a picture, one a string."""
    return re.findall(r">([^<>]+)</text>", path.read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--heapstep", required=True)
    heapstep = parser.parse_args().heapstep
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "main.py").write_text(MAIN)
        (top / "shapes.py").write_text(SHAPES)
        subprocess.run([heapstep, "export", top / "main.py", "-o", top / "out", "--format", "svg", "-q"], check=True)
        shown = [texts(path) for path in sorted((top / "out").iterdir())]
    wrong = 0
    # After each step: the file that is listed, and a word of its text that the other has not.
    for step, (name, word) in enumerate([("main.py", "print"), ("main.py", "print"), ("shapes.py", "side_count"),
                                         ("shapes.py", "side_count"), ("main.py", "print")]):
        listed = " ".join(shown[step])
        if name not in shown[step] or word not in listed:
            wrong += 1
            print("step %d: %s with %r is not shown: %s" % (step, name, word, listed))
    if "→ shapes.py, line 1" not in shown[1] or "shapes.py begins to run." not in " ".join(shown[1]):
        wrong += 1
        print("step 1 does not say where the program goes on: %s" % shown[1])
    print("%d wrong" % wrong)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
