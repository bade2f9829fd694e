#!/usr/bin/env python3
"""Hands heapstep everything that a person can get wrong, and looks at status, message and time.

    badinput.py --heapstep PATH [PART OF A NAME]...
"""

import argparse
import json
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus

TIMEOUT = 60
FINE, FAILED, REFUSED = {0}, {1}, {2}
# CPython would fail too, heapstep may reach a limit of its own first.
EITHER = {1, 2}

# Programs: name, content, the statuses allowed under `run`, what stderr must match.
PROGRAMS = [
    ("empty", "", FINE, ""),
    ("only_comment", "# nothing here", FINE, ""),
    ("no_final_newline", "x = 1", FINE, ""),
    ("windows_line_ends", "x = 1\r\nif x:\r\n    x = 2\r\n", FINE, ""),
    ("byte_order_mark", b"\xef\xbb\xbfx = 1\n", FINE, ""),
    ("form_feed", "x = 1\n\f\ny = 2\n", FINE, ""),
    ("long_line", "x = " + "1 + " * 20000 + "1\n", {0, 1, 2}, ""),
    ("many_lines", "x = 1\n" * 50000, FINE, ""),
    ("binary", bytes(range(256)) * 8, EITHER, r"(?i)null byte|utf-8"),
    ("elf", b"\x7fELF\x02\x01\x01\0\0\0\0\0", EITHER, r"(?i)null byte|utf-8"),
    ("bad_utf8", b"x = 1\ny = '\xff\xfe'\n", EITHER, r"(?i)utf-8"),
    ("utf16", "x = 1\n".encode("utf-16"), EITHER, r"(?i)null byte|utf-8"),
    ("null_in_string", b"x = 'a\0b'\n", EITHER, r"(?i)null byte"),
    ("hundred_megabytes", b"a = 1\n" * 17500000, REFUSED, r"(?i)\b(MB|MiB|bytes|large|big)"),
    ("hundred_megabytes_of_nothing", 100 * 1024 * 1024, REFUSED, r"(?i)\b(MB|MiB|bytes|large|big)"),
    ("unbalanced", "print(1\nx = 2\n", FAILED, r"^ *\^\nSyntaxError: '\(' was never closed$"),
    ("mismatched", "x = (1, 2]\n", FAILED, r"^ *\^\nSyntaxError: closing parenthesis"),
    ("tabs_and_spaces", "if True:\n\tx = 1\n        y = 2\n", FAILED, r"^TabError: "),
    ("unexpected_indent", "x = 1\n  y = 2\n", FAILED, r"^IndentationError: unexpected indent$"),
    ("missing_block", "if 1:\nx = 2\n", FAILED, r"^ *\^\nIndentationError: expected an indented block"),
    ("open_string", "x = 'abc\n", FAILED, r"^ *\^\nSyntaxError: unterminated string literal"),
    ("open_triple", 'x = """abc\n' + "text\n" * 1000, FAILED, r"^SyntaxError: unterminated triple"),
    ("ends_in_backslash", "x = 1 + \\", FAILED, r"^SyntaxError: "),
    ("nonsense", "the quick brown fox\n", FAILED, r"^ *\^+\nSyntaxError: invalid syntax$"),
    ("not_python", '#include <stdio.h>\nint main(void)\n{\n    return 0;\n}\n', FAILED, r"^SyntaxError: "),
    ("strange_character", "x = 1 ¶ 2\n", FAILED, r"^SyntaxError: invalid character"),
    ("bad_number", "x = 12abc\n", FAILED, r"^SyntaxError: invalid decimal literal$"),
    ("nested_parentheses", "x = " + "(" * 1000 + ")" * 1000 + "\n", EITHER, r"(?i)nest"),
    ("nested_lists", "x = " + "[" * 100000 + "\n", EITHER, r"(?i)nest|never closed"),
    ("nested_minus", "x = " + "-" * 100000 + "1\n", EITHER, r"(?i)nest|complex|memory|deep"),
    ("nested_not", "x = " + "not " * 100000 + "1\n", EITHER, r"(?i)nest|complex|memory|deep"),
    ("nested_power", "x = " + "2 ** " * 20000 + "1\n", EITHER, r"(?i)nest|complex|memory|deep|limit"),
    ("nested_blocks", "".join(" " * i + "if 1:\n" for i in range(300)) + " " * 300 + "x = 1\n",
     EITHER, r"(?i)levels|nest"),
    ("nested_attributes", "x = 1\nx" + ".real" * 50000 + "\n", {0, 1, 2}, ""),
    ("deep_value", "a = []\nfor i in range(100000):\n    a = [a]\na = None\nprint('freed')\n", FINE, ""),
    ("deep_print", "a = []\nfor i in range(100000):\n    a = [a]\nprint(a)\n", EITHER, r"(?i)recursion|nest|limit"),
    ("deep_compare", "a = []\nb = []\nfor i in range(100000):\n    a = [a]\n    b = [b]\nprint(a == b)\n",
     EITHER, r"(?i)recursion|nest|limit"),
    ("endless_recursion", "def f(n):\n    return f(n + 1)\n\n\nf(0)\n", FAILED,
     r"^RecursionError: maximum recursion depth exceeded"),
    ("endless_mutual_recursion", "def f():\n    g()\n\n\ndef g():\n    f()\n\n\nf()\n", FAILED, r"^RecursionError: "),
    ("endless_init", "class A:\n    def __init__(self):\n        self.a = A()\n\n\nA()\n", FAILED, r"^RecursionError: "),
    ("huge_power", "x = 10 ** 10 ** 10\n", EITHER, r"(?i)memory|limit|digits|large"),
    ("huge_shift", "x = 1 << 10 ** 12\n", EITHER, r"(?i)memory|limit|digits|large|shift"),
    ("huge_list", "x = [0] * 10 ** 12\n", EITHER, r"(?i)memory|limit|large"),
    ("huger_list", "x = [0] * 10 ** 30\n", EITHER, r"(?i)memory|limit|large|overflow"),
    ("huge_string", "x = 'ab' * 10 ** 15\n", EITHER, r"(?i)memory|limit|large"),
    ("huge_range", "x = list(range(10 ** 15))\n", FAILED, r"^MemoryError$"),
    ("doubling_string", "x = 'ab'\nfor i in range(100):\n    x = x + x\n", EITHER, r"(?i)memory|limit|large"),
    ("huge_width", "x = 1\nprint(f'{x:{10 ** 15}}')\n", EITHER, r"(?i)memory|limit|large|digits"),
    ("uncaught", "x = 1\nprint(x / 0)\n", FAILED, r"^ZeroDivisionError: division by zero$"),
    ("unknown_module", "import no_such_module_anywhere\n", FAILED,
     r"^ModuleNotFoundError: No module named 'no_such_module_anywhere'$"),
    ("unsupported_async", "async def f():\n    pass\n", REFUSED, r"(?i)async"),
    ("unsupported_module", "import threading\n", REFUSED, r"threading"),
    ("unsupported_exec", "exec('x = 1')\n", REFUSED, r"exec"),
]

# Scenarios that are wrong, as JSON text or as marker comments: name, text, what `check` must say.
SENTENCE = {"title": "A title", "program": ["x = 1", "y = x"]}
SCENARIOS = [
    ("broken.json", '{"title": "A", "program": ["x = 1"]', r":1:"),
    ("empty.json", "", r"empty\.json"),
    ("array.json", "[]", r"(?i)object"),
    ("trailing.json", json.dumps(SENTENCE) + " more", r":1:"),
    ("twice.json", '{"title": "A", "title": "B", "program": ["x = 1"]}', r"title"),
    ("untitled.json", '{"program": ["x = 1"]}', r"title"),
    ("misspelt.json", json.dumps(dict(SENTENCE, sumary="?")), r"sumary"),
    ("wrong_case.json", '{"Title": "A", "program": ["x = 1"]}', r"[Tt]itle"),
    ("no_program.json", '{"title": "A"}', r"program"),
    ("two_programs.json", json.dumps(dict(SENTENCE, file="a.py")), r"program|file"),
    ("missing_file.json", '{"title": "A", "file": "nowhere.py"}', r"nowhere\.py"),
    ("outside.json", '{"title": "A", "file": "../a.py"}', r"\.\./a\.py|file"),
    ("old_python.json", json.dumps(dict(SENTENCE, python="2.7")), r"2\.7|python"),
    ("number_python.json", json.dumps(dict(SENTENCE, python=3.12)), r"python"),
    ("start.json", json.dumps(dict(SENTENCE, start="cold")), r"cold|start"),
    ("thresholds.json", json.dumps(dict(SENTENCE, thresholds=[700, 10])), r"thresholds"),
    ("negative.json", json.dumps(dict(SENTENCE, thresholds=[-1, 10, 10])), r"threshold"),
    ("fraction.json", json.dumps(dict(SENTENCE, thresholds=[1.5, 10, 10])), r"threshold"),
    ("huge_number.json", '{"title": "A", "program": ["x = 1"], "thresholds": [1e400, 1, 1]}', r":1:|threshold"),
    ("leading_zero.json", '{"title": "A", "program": ["x = 1"], "thresholds": [0123, 1, 1]}', r":1:|threshold"),
    ("control.json", b'{"title": "A\x01", "program": ["x = 1"]}', r":1:|title"),
    ("bad_utf8.json", b'{"title": "\xff", "program": ["x = 1"]}', r"(?i)utf-8"),
    ("null.json", '{"title": "A\\u0000B", "program": ["x = 1"]}', r":1:|title|null|NUL"),
    ("line_zero.json", json.dumps(dict(SENTENCE, notes=[{"line": 0, "text": "?"}])), r"line"),
    ("line_past_end.json", json.dumps(dict(SENTENCE, notes=[{"line": 9, "text": "?"}])), r"9|line"),
    ("bad_ask.json", json.dumps(dict(SENTENCE, questions=[{"line": 1, "ask": "weight(x)"}])), r"weight"),
    ("bad_expect.json", json.dumps(dict(SENTENCE, expectations=[{"line": 1, "expect": "count(x) ="}])), r"count|expect"),
    ("bad_label.json", json.dumps(dict(SENTENCE, labels=[{"line": 1, "label": "", "object": "x"}])), r"label"),
    ("bad_view.json", json.dumps(dict(SENTENCE, view={"mode": "pie"})), r"pie|mode"),
    ("newline.json", json.dumps(dict(SENTENCE, program=["x = 1\ny = 2"])), r"program|line"),
    ("deep.json", "[" * 100000, r"deep\.json"),
    ("nowhere_to_stand.py", "#= count(x) == 1\nx = 1\n", r":1:"),
    ("no_such_test.py", "x = 1\n#= weight(x) == 1\n", r":2:"),
    ("no_number.py", "x = 1\n#= count(x) == one\n", r":2:"),
    ("bad_path.py", "x = 1\n#= count(x[) == 1\n", r":2:"),
    ("unclosed_text.py", "print(1)\n#= prints '1\n", r":2:"),
    ("bad_label.py", "x = 1\n#@ label hero x\n", r":2:"),
    ("note_at_the_end.py", "x = 1\n#: and what follows?\n", r":2:"),
    ("syntax.py", "x = (\n", r"syntax\.py"),
]

# Command lines, "PROGRAM" standing for a good program: words, what the message must name.
USAGE = [
    ([], r"(?i)usage|file|command"),
    (["run"], r"(?i)file"),
    (["frobnicate", "PROGRAM"], r"frobnicate"),
    (["run", "PROGRAM", "--frobnicate"], r"--frobnicate"),
    (["run", "PROGRAM", "-z"], r"-z"),
    (["run", "--python", "2.7", "PROGRAM"], r"2\.7"),
    (["run", "--python", "3.99", "PROGRAM"], r"3\.99"),
    (["run", "--python", "", "PROGRAM"], r"python"),
    (["run", "--python", "../3.12", "PROGRAM"], r"\.\./3\.12"),
    (["run", "PROGRAM", "--python"], r"--python"),
    (["run", "--python", "3.7.1", "PROGRAM"], r"3\.7\.1"),
    (["run", "--python", "3.7.", "PROGRAM"], r"3\.7\."),
    (["run", "--start", "cold", "PROGRAM"], r"cold.*warm or native"),
    (["run", "--start", "", "PROGRAM"], r"start"),
    (["list", "--start", "native"], r"--start"),
    (["run", "--max-steps", "many", "PROGRAM"], r"many"),
    (["run", "--max-steps", "-5", "PROGRAM"], r"-5"),
    (["run", "--max-steps", "99999999999999999999", "PROGRAM"], r"99999999999999999999"),
    (["run", "missing.py"], r"missing\.py"),
    (["run", "FOLDER"], r"(?i)directory|folder"),
    (["run", "PROGRAM/inside.py"], r"inside\.py"),
    (["check"], r"(?i)file"),
    (["check", "missing.json"], r"missing\.json"),
    (["check", "FOLDER"], r"(?i)directory|folder"),
    (["export", "missing.py", "-o", "FOLDER/out"], r"missing\.py"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--size", "0x0"], r"0x0"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--size", "12"], r"12"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--size", "-800x600"], r"-800x600"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--size", "999999x999999"], r"999999x999999"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--size", "1280x720x3"], r"1280x720x3"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--scale", "0"], r"scale"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--scale", "nan"], r"nan"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--theme", "pink"], r"pink"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--view", "9"], r"9"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--steps", "x-y"], r"x-y"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--steps", "5-"], r"5-"),
    (["export", "PROGRAM", "-o", "FOLDER/out", "--format", "bmp"], r"bmp"),
    (["export", "PROGRAM", "-o", "FOLDER/out.xyz"], r"\.xyz.*\.png, \.svg, \.json"),
    (["export", "PROGRAM", "-o", "FOLDER/out.html"], r"does not write html yet"),
    (["export", "PROGRAM", "-o", "FOLDER/out.png", "--format", "json"], r"out\.png and --format json contradict"),
    (["export", "PROGRAM", "-o", "FOLDER/out.json", "--format", "svg"], r"out\.json and --format svg contradict"),
    (["export", "PROGRAM", "-o", "FOLDER/", "--format", "json"], r"is a folder, and a trace is one file"),
    (["export", "PROGRAM", "-o", "FOLDER/missing/", "--format", "json"], r"is a folder, and a trace is one file"),
    (["export", "PROGRAM", "-o", "FOLDER", "--format", "json"], r"is a folder, and a trace is one file"),
    (["export", "PROGRAM", "-o", "FOLDER/missing/out.json"], r"missing/out\.json"),
    (["export", "PROGRAM", "-o", "PROGRAM/out.json"], r"good\.py/out\.json"),
    (["export", "PROGRAM", "-o", "FOLDER/out.svg"], r"one picture, and there are 3 steps"),
    (["export", "PROGRAM", "-o", "FOLDER/trace", "--format", "JSON"], r"'JSON' is not allowed, it takes png, svg or json"),
    (["run", "--format", "json", "PROGRAM"], r"--format has no meaning for run"),
    (["export", "PROGRAM", "-o", "PROGRAM/out"], r"out"),
    (["export", "PROGRAM", "-o"], r"-o"),
]


def write(folder, name, content):
    path = folder / name
    if isinstance(content, int):
        with open(path, "wb") as file:
            file.truncate(content)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems(result, statuses, pattern, named):
    """What is wrong with how heapstep answered."""
    stderr, status = result["stderr"], result["status"]
    if not isinstance(status, int):
        yield str(status)
    elif status not in statuses:
        yield "exit status %s, not %s" % (status, " or ".join(map(str, sorted(statuses))))
    if status != 0 and not stderr.strip():
        yield "no message"
    if status != 0 and named and named not in stderr:
        yield "the message does not name " + named
    if pattern and not re.search(pattern, stderr, re.MULTILINE):
        yield "the message does not match " + pattern


def cases(folder):
    """(name, words, statuses, pattern, the file that a message names) of every case."""
    good = write(folder, "good.py", "x = 1\nprint(x)\n")
    for name, content, statuses, pattern in PROGRAMS:
        path = write(folder, name + ".py", content)
        yield "run " + name, ["run", str(path)], statuses, pattern, path.name
        # What stops a program from being read stops every command that reads it.
        failing = statuses if statuses == FINE or 0 in statuses else EITHER
        yield "check " + name, ["check", str(path)], failing, "", path.name
    endless = write(folder, "endless.py", "n = 0\nwhile True:\n    n += 1\n")
    for command in ["run", "check"]:
        yield ("%s endless loop" % command, [command, "--max-steps", "1000", str(endless)], EITHER,
               r"(?i)1[, ]?000 (steps|statements)|--max-steps", "endless.py")
    flood = write(folder, "flood.py", "while True:\n    print('flood ' * 1000)\n")
    yield "check flood", ["check", "--max-steps", "20000", str(flood)], EITHER, r"(?i)limit|steps|output", "flood.py"
    for name, words in [("trace.json", []), ("trace.txt", ["--format", "json"]), ("trace", ["--format", "json"])]:
        target = str(folder / name)
        yield "export " + name, ["export", str(good), "-o", target] + words, FINE, "", ""
    failing = write(folder, "failing.py", "x = []\n#= count(x) == 2\n")
    yield "check failing", ["check", str(failing)], FAILED, r"failing\.py:2:", "failing.py"
    (folder / "scenarios").mkdir()
    for name, content, pattern in SCENARIOS:
        path = write(folder / "scenarios", name, content)
        yield "check " + name, ["check", str(path)], REFUSED, pattern, name
    for words, pattern in USAGE:
        given = [word.replace("PROGRAM", str(good)).replace("FOLDER", str(folder)) for word in words]
        yield " ".join(words) or "no words", given, REFUSED, pattern, ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART OF A NAME")
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, metavar="SECONDS")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chosen = [case for case in cases(folder)
                  if not options.parts or any(part in case[0] for part in options.parts)]

        def one(case):
            _, words, statuses, pattern, named = case
            result = corpus.run([options.heapstep] + words, options.timeout, folder)
            return result, list(problems(result, statuses, pattern, named))

        with ThreadPoolExecutor(corpus.JOBS) as pool:
            answers = list(pool.map(one, chosen))
    failed = 0
    for case, (result, wrong) in zip(chosen, answers):
        if wrong:
            failed += 1
            print("%s: %s" % (case[0], "; ".join(wrong)))
            print("".join("    %.200s\n" % line for line in result["stderr"].split("\n")[-12:]))
    print("%d passed, %d failed" % (len(chosen) - failed, failed))
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
