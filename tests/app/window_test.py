#!/usr/bin/env python3
"""Drives a real window with synthetic keys and mouse, under Xvfb, for every bundled scenario.

    window_test.py --heapstep PATH --scenarios FOLDER [PART OF A NAME]...

What the window shows is read from its title and from the pictures that it saves, which must be the same
bytes as exported ones. Exit status 77 (skipped) where Xvfb or xdotool is not installed.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WIDTH, HEIGHT = 1280, 720
PATIENCE = 30
IDLE_SECONDS, IDLE_MOST = 3, 0.1
SKIPPED = 77
BEATS_MOST = 80
JOBS = 2


class Display:
    """An X server of our own, on a number that it chooses itself."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()


class Window:
    """heapstep on a display, and somebody who sits before it."""

    def __init__(self, display, folder, words):
        (folder / "suppressions").write_text("leak:libdbus\nleak:libX11\n")
        self.environment = dict(os.environ, DISPLAY=display.name, SDL_VIDEODRIVER="x11",
                                SDL_FRAMEBUFFER_ACCELERATION="0",
                                LSAN_OPTIONS="print_suppressions=0:suppressions=%s" % (folder / "suppressions"))
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.folder = folder
        self.process = subprocess.Popen(words, cwd=folder, env=self.environment, stderr=subprocess.PIPE)
        self.id = self.await_true(self.find, "a window")
        self.xdotool("windowfocus", "--sync", self.id)
        # Out of the way: nothing is pointed at.
        self.xdotool("mousemove", "0", "0")

    def xdotool(self, *words):
        done = subprocess.run(["xdotool", *words], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=PATIENCE)
        return done.stdout.decode().strip()

    def find(self):
        assert self.process.poll() is None, "heapstep has ended: %s" % self.process.stderr.read().decode()
        return self.xdotool("search", "--onlyvisible", "--class", "^heapstep$").split("\n")[0]

    def title(self):
        return self.xdotool("getwindowname", self.id)

    def await_true(self, ask, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = ask()
            if answer:
                return answer
            time.sleep(0.02)
        raise AssertionError("waited in vain for " + what + ("; the title is " + self.title() if ask != self.find else ""))

    def await_title(self, pattern):
        return self.await_true(lambda: re.search(pattern, self.title()), "the title to match " + pattern)

    def press(self, *keys):
        self.xdotool("key", "--clearmodifiers", *keys)

    def point(self, x, y):
        """Moves the pointer to a share of the window's width and height."""
        self.xdotool("mousemove", "--window", self.id, str(int(x * WIDTH)), str(int(y * HEIGHT)))

    def saved(self, name):
        """The bytes of the picture that S saves under this name."""
        path = self.folder / name
        if path.exists():
            path.unlink()
        self.press("s")
        self.await_true(path.exists, name)
        return path.read_bytes()

    def seconds(self):
        """Processor time used so far."""
        fields = Path("/proc/%d/stat" % self.process.pid).read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self, key):
        """Its exit status after a key that ends it."""
        self.press(key)
        return self.process.wait(PATIENCE), self.process.stderr.read().decode()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()


class Case:
    """All tests of one scenario."""

    def __init__(self, heapstep, scenario, display, folder):
        self.heapstep, self.scenario, self.folder = heapstep, scenario, folder
        self.window = Window(display, folder, [heapstep, str(scenario), "--size", "%dx%d" % (WIDTH, HEIGHT)])
        self.last = int(self.window.await_title(r"step 0/(\d+)")[1])

    def exported(self, step, *words):
        name = self.folder / "exported.png"
        subprocess.run([self.heapstep, "export", str(self.scenario), "-o", str(name), "--quiet", "--steps", str(step),
                        *words], check=True, timeout=PATIENCE)
        return name.read_bytes()

    def check_saved(self, step, *words):
        """The window shows what export writes."""
        words = words or ["--size", "%dx%d" % (WIDTH, HEIGHT)]
        saved = self.window.saved("%s-%04d.png" % (self.scenario.stem, step))
        assert saved[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
        assert saved == self.exported(step, *words), "step %d is saved otherwise than exported" % step

    def check_steps(self):
        window, last = self.window, self.last
        self.check_saved(0)
        for step in range(1, min(last, 4) + 1):
            window.press("Right")
            window.await_title(r"step %d/" % step)
        window.press(*["Right"] * (last + 2))
        window.await_title(r"step %d/%d —" % (last, last))
        self.check_saved(last)
        window.press("Left")
        window.await_title(r"step %d/" % (last - 1))
        self.check_saved(last - 1)
        window.press("Home")
        window.await_title(r"step 0/")
        window.press("End")
        window.await_title(r"step %d/" % last)
        window.press("Home")
        window.await_title(r"step 0/%d — \w+$" % last)

    def check_changes(self):
        """Single changes lead from one step to the next, and back the same way."""
        window = self.window
        there = [window.title()]
        while not re.search(r"step 1/\d+ —", there[-1]):
            assert len(there) < 200, "step 1 is never reached"
            window.press("shift+Right")
            window.await_true(lambda: window.title() != there[-1], "a change")
            there.append(window.title())
        for title in reversed(there[:-1]):
            window.press("shift+Left")
            window.await_title(re.escape(title) + "$")

    def check_looks(self):
        window, middle = self.window, self.last // 2
        window.press(*["Right"] * middle)
        window.await_title(r"step %d/" % middle)
        first = window.await_title(r"step %d/\d+ — (\w+)$" % middle)[1]
        window.press("t")
        theme = window.await_title(r"step %d/\d+ — (?!%s)(\w+)$" % (middle, first))[1]
        self.check_saved(middle, "--size", "%dx%d" % (WIDTH, HEIGHT), "--theme", theme)
        window.press("plus")
        window.await_title(r"— \d+%")
        window.press("minus", "minus")
        window.press("f")
        window.await_title(r"— %s$" % theme)
        window.point(0.6, 0.4)
        window.xdotool("click", "4")
        window.await_title(r"— \d+%")
        window.press("f")
        window.await_title(r"— %s$" % theme)
        window.xdotool("mousedown", "1", "mousemove_relative", "40", "30", "mouseup", "1")
        window.await_title(r"— \d+%")
        window.press("f")
        window.await_title(r"— %s$" % theme)

    def check_mouse(self):
        """Scrubbing; then the pointer lies on objects, and pictures are saved without what that lights up."""
        window = self.window
        window.point(0.3, 0.94)
        window.xdotool("mousedown", "1")
        window.point(0.98, 0.5)
        window.await_title(r"step %d/" % self.last)
        window.point(0.01, 0.9)
        window.await_title(r"step 0/")
        window.xdotool("mouseup", "1")
        window.press("End")
        for x in range(30, 100, 5):
            window.point(x / 100, 0.2)
        window.xdotool("mousemove", "0", "0")

    def check_play(self):
        window = self.window
        window.press("Home", "space")
        window.await_title(r"step [1-9]\d*/.*playing")
        window.press("space")
        window.await_title(r"step \d+/\d+ — \w+$")

    def check_collector(self):
        """Key 2: the arrows go from beat to beat; key 1 leads back to the same moment."""
        window = self.window
        window.press("Home", "2")
        window.await_title(r"step 0/\d+ — collector — \w+$")
        seen = [window.title()]
        while not re.search(r"step %d/" % self.last, seen[-1]) and len(seen) < BEATS_MOST:
            window.press("Right")
            window.await_true(lambda: window.title() != seen[-1], "the next beat")
            seen.append(window.title())
        for title in reversed(seen[:-1]):
            window.press("Left")
            window.await_title(re.escape(title) + "$")
        window.press("End")
        window.await_title(r"step %d/\d+ — collector" % self.last)
        theme = re.search(r"— (\w+)$", window.title())[1]
        self.check_saved(self.last, "--size", "%dx%d" % (WIDTH, HEIGHT), "--theme", theme, "--view", "collector")
        window.press("1")
        window.await_title(r"step %d/\d+ — \w+$" % self.last)

    def check_other_views(self):
        """Over time, where a click leads to a step, and the bytecode, an instruction a key."""
        window = self.window
        theme = re.search(r"— (\w+)$", window.title())[1]
        for key, view in (("3", "heap"), ("4", "time"), ("5", "code")):
            window.press(key)
            window.await_title(r"step %d/\d+ — %s — \w+$" % (self.last, view))
            self.check_saved(self.last, "--size", "%dx%d" % (WIDTH, HEIGHT), "--theme", theme, "--view", view)
        window.press("Home", "Right")
        window.await_title(r"step \d+/\d+(, change \d+)? — code — \w+$")
        window.press("4")
        window.point(0.8, 0.3)
        window.xdotool("click", "1")
        window.await_title(r"step [1-9]\d*/\d+ — time — \w+$")
        window.xdotool("mousemove", "0", "0")
        window.press("1")
        window.await_title(r"step \d+/\d+ — \w+$")

    def check_help(self):
        window = self.window
        window.press("question")
        time.sleep(0.2)
        window.press("Escape")
        time.sleep(0.2)
        assert window.process.poll() is None, "Escape has closed more than the help"

    def check_idle(self):
        time.sleep(0.5)
        before = self.window.seconds()
        time.sleep(IDLE_SECONDS)
        used = self.window.seconds() - before
        assert used < IDLE_MOST, "%.2f s of processor time in %g s of doing nothing" % (used, IDLE_SECONDS)

    def check_resize(self):
        window = self.window
        window.press("Home")
        window.await_title(r"step 0/")
        window.xdotool("windowsize", "--sync", window.id, "1000", "640")
        time.sleep(0.3)
        theme = re.search(r"— (\w+)$", window.title())[1]
        self.check_saved(0, "--size", "1000x640", "--theme", theme)

    def check_end(self):
        status, said = self.window.end("q")
        assert status == 0, "Q leads to exit status %s: %s" % (status, said)
        assert not said, "at the end it says: " + said

    def run(self):
        self.check_steps()
        self.check_changes()
        self.check_looks()
        self.check_mouse()
        self.check_play()
        self.check_collector()
        self.check_other_views()
        self.check_help()
        self.check_idle()
        self.check_resize()
        self.check_end()


def check_scenario(heapstep, scenario):
    """None, or what went wrong."""
    display = Display()
    case = None
    with tempfile.TemporaryDirectory() as name:
        try:
            case = Case(heapstep, scenario, display, Path(name))
            case.run()
        except (AssertionError, OSError, subprocess.SubprocessError):
            return traceback.format_exc(limit=3)
        finally:
            if case:
                case.window.kill()
            display.close()
    return None


def check_no_display(heapstep, scenario):
    """Without a display, show says so and what to do instead."""
    environment = {key: value for key, value in os.environ.items()
                   if key not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
    for driver in ({}, {"SDL_VIDEODRIVER": "x11"}):
        done = subprocess.run([heapstep, str(scenario)], env={**environment, **driver}, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=PATIENCE)
        if done.returncode != 2 or b"heapstep export" not in done.stderr:
            return "exit status %d: %s" % (done.returncode, done.stderr.decode())
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--heapstep", required=True, metavar="PATH")
    parser.add_argument("--scenarios", required=True, metavar="FOLDER", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART OF A NAME")
    options = parser.parse_args()
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("Xvfb and xdotool are needed")
        return SKIPPED

    heapstep = os.path.abspath(options.heapstep)
    scenarios = sorted(path.resolve() for path in options.scenarios.iterdir() if path.suffix in (".py", ".json")
                       and (not options.parts or any(part in path.name for part in options.parts)))
    with ThreadPoolExecutor(JOBS) as pool:
        results = dict(zip([path.name for path in scenarios],
                           pool.map(lambda path: check_scenario(heapstep, path), scenarios)))
    results["without a display"] = check_no_display(heapstep, scenarios[0])
    failed = 0
    for name, problem in results.items():
        print("%s: %s" % (name, problem or "fine"))
        failed += bool(problem)
    print("%d passed, %d failed" % (len(results) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
