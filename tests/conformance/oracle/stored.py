"""Recordings of probe.py in compact form: expected/NAME.txt, a program's eight versions in one text.

A recording is a list of events (State); written down is what changed since the event before:

    @ line <module> line=2 after=1    canon.py's head of an event
    hidden 0 2                        the frames whose evaluation stack probe.py could not see
    frames 2                          how many there are, where that changed
    frame 1 f: x=#3                   one of them, where its line changed
    #3 list 0:#4 size=72 rc=1 gen0    an object, where its line changed
    without #5                        still alive, but no longer listed
    died #6
    count [3, 0, 0]                   the collector's counts, and what else it says, where that changed
    gc threshold=...
    | text                            at the end: what the program printed
    perturbed, cut                    at the end: tracing changed the output; there were more events

A line that not all versions have begins with those that do: 6789abcd are 3.6 to 3.13. Where an object's line differs
in size, count and generation only, one line tells all: 67/89 #3 list size=88/72 rc=1 gen0.
"""

import difflib
import hashlib
from pathlib import Path

import canon

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
EXPECTED = HERE / "expected"
VERSIONS = {"3.%d" % minor: "%x" % minor for minor in range(6, 14)}


class State:
    """What canon.py prints of one event, by what it is about."""

    def __init__(self, head="", hidden=(), frames=(), objects=None, count="", gc=""):
        self.head, self.hidden, self.frames, self.count, self.gc = head, list(hidden), list(frames), count, gc
        self.objects, self.died = objects or {}, ""

    @classmethod
    def of(cls, event, shares=None):
        """Of an event in probe.py's form; `shares` as canon.event_lines has it."""
        state = cls(canon.event_head(event))
        for line in canon.event_lines(event, shares):
            word = line.split(None, 1)[0]
            text = line.strip()
            if word == "frame":
                state.frames.append(text[len("frame "):])
            elif word == "died":
                state.died = text
            elif word == "gc":
                count, _, rest = text[len("gc count="):].partition("] ")
                state.count, state.gc = "count %s]" % count, "gc " + rest
            else:
                state.objects[int(word[1:])] = text
        return state

    def shares(self):
        """Which objects' counts are not compared."""
        return {str(n): " rc=- " in line for n, line in self.objects.items()}

    def dead(self):
        return [int(word[1:]) for word in self.died.split()[1:]]


class Recording:
    def __init__(self, states=(), stdout="", marks=()):
        self.states, self.stdout, self.marks = list(states), stdout, set(marks)


def from_document(doc, most):
    """A document of probe.py; `most` events were recorded at most."""
    states = []
    for event in doc["events"]:
        state = State.of(event)
        state.hidden = [i for i, f in enumerate(event["frames"]) if f["stack"] is None]
        states.append(state)
    marks = {"perturbed"} if doc["perturbed"] else set()
    if len(states) >= most:
        marks.add("cut")
    return Recording(states, doc["stdout_plain"], marks)


def event_changes(before, now):
    """The lines of one event as (place, line), in order of place."""
    lines = []
    if now.hidden:
        lines.append(((0, 0), "hidden " + " ".join(map(str, now.hidden))))
    if len(now.frames) != len(before.frames):
        lines.append(((1, 0), "frames %d" % len(now.frames)))
    for i, frame in enumerate(now.frames):
        if i >= len(before.frames) or before.frames[i] != frame:
            lines.append(((2, i), "frame %d %s" % (i, frame)))
    lines += [((3, n), line) for n, line in sorted(now.objects.items()) if before.objects.get(n) != line]
    gone = sorted(set(before.objects) - set(now.objects) - set(now.dead()))
    if gone:
        lines.append(((4, 0), "without " + " ".join("#%d" % n for n in gone)))
    if now.died:
        lines.append(((5, 0), now.died))
    if now.count != before.count:
        lines.append(((6, 0), now.count))
    if now.gc != before.gc:
        lines.append(((7, 0), now.gc))
    return lines


def changes(recording):
    """A recording as [(head, [(place, line)])]; what comes after the last event has the head "end"."""
    events, before = [], State()
    for state in recording.states:
        events.append((state.head, event_changes(before, state)))
        before = state
    end = [((0, i), "| " + line) for i, line in enumerate(recording.stdout.split("\n"))]
    return events + [("end", end + [((1, 0), mark) for mark in sorted(recording.marks)])]


def apply(state, line):
    """One written line, put into effect."""
    word, _, rest = line.partition(" ")
    if word == "hidden":
        state.hidden = [int(i) for i in rest.split()]
    elif word == "frames":
        state.frames = (state.frames + [""] * int(rest))[:int(rest)]
    elif word == "frame":
        i, _, text = rest.partition(" ")
        state.frames[int(i)] = text
    elif word == "without":
        for n in rest.split():
            state.objects.pop(int(n[1:]), None)
    elif word == "died":
        state.died = line
        for n in state.dead():
            state.objects.pop(n, None)
    elif word == "count":
        state.count = line
    elif word == "gc":
        state.gc = line
    else:
        state.objects[int(word[1:])] = line


def from_lines(lines):
    """A recording from the lines of one version."""
    recording, printed, state = Recording(), [], State()
    for line in lines:
        if line.startswith("@ "):
            state = State(line, (), state.frames, dict(state.objects), state.count, state.gc)
            recording.states.append(state)
        elif line.startswith("| "):
            printed.append(line[2:])
        elif line in ("perturbed", "cut"):
            recording.marks.add(line)
        elif line != "end":
            apply(state, line)
    recording.stdout = "\n".join(printed)
    return recording


def merged(left, right):
    """Two lists of (head, {place: {line: versions}}, versions) as one."""
    matcher = difflib.SequenceMatcher(None, [e[0] for e in left], [e[0] for e in right], autojunk=False)
    out = []
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op != "equal":
            out += left[i1:i2] + right[j1:j2]
            continue
        for (head, lines, versions), (_, others, more) in zip(left[i1:i2], right[j1:j2]):
            for place, texts in others.items():
                for text, of in texts.items():
                    known = lines.setdefault(place, {})
                    known[text] = known.get(text, "") + of
            out.append((head, lines, versions + more))
    return out


def ends(text):
    """An object's line as its start, and its size, count and generation; another line as it is."""
    if not text.startswith("#"):
        return text, []
    start, *end = text.rsplit(" ", 3)
    return start, end


def joined(words):
    """["size=88", "size=72"] as size=88/72."""
    if len(set(words)) == 1:
        return words[0]
    key, equals, first = words[0].rpartition("=")
    return key + equals + "/".join([first] + [word[len(key + equals):] for word in words[1:]])


def taken(word, i):
    """joined() undone."""
    if "/" not in word:
        return word
    key, equals, values = word.rpartition("=")
    return key + equals + values.split("/")[i]


def together(texts):
    """{line: versions} of one place as [(line, versions)], with fewer lines of objects."""
    groups = {}
    for text, of in texts.items():
        start, end = ends(text)
        groups.setdefault(start, []).append((end, of))
    return [(" ".join([start] + [joined(words) for words in zip(*(end for end, _ in members))]),
             "/".join(of for _, of in members)) for start, members in groups.items()]


def apart(line, every):
    """A written line as [(line, versions)]."""
    word, _, rest = line.partition(" ")
    if not word or not set(word) <= set(VERSIONS.values()) | {"/"}:
        return [(line, every)]
    start, end = ends(rest)
    return [(" ".join([start] + [taken(one, i) for one in end]), of) for i, of in enumerate(word.split("/"))]


def write(name, digest, recordings):
    """`recordings`: version to Recording."""
    every, events = "".join(VERSIONS[v] for v in recordings), []
    for version, recording in recordings.items():
        letter = VERSIONS[version]
        single = [(head, {place: {line: letter} for place, line in lines}, letter)
                  for head, lines in changes(recording)]
        events = merged(events, single) if events else single
    out = ["program %s for %s" % (digest, every)]
    for head, lines, versions in events:
        marked = [(head, versions)] + [pair for place in sorted(lines) for pair in together(lines[place])]
        out += [text if of == every else of + " " + text for text, of in marked]
    path_of(name).write_text("\n".join(out) + "\n", encoding="utf-8")


def path_of(name):
    return EXPECTED / (name + ".txt")


def read(name):
    """The program's digest, and version to Recording."""
    lines = path_of(name).read_text(encoding="utf-8").split("\n")[:-1]
    _, digest, _, every = lines[0].split()
    of = {letter: [] for letter in every}
    for line in lines[1:]:
        for text, versions in apart(line, every):
            for letter in versions:
                of[letter].append(text)
    return digest, {version: from_lines(of[letter]) for version, letter in VERSIONS.items() if letter in of}


def digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def programs(wanted=()):
    """Name to path; of those whose name begins with one of `wanted`, if there are any."""
    return {path.stem: path for path in sorted(PROGRAMS.glob("*.py"))
            if not wanted or any(path.stem.startswith(part) for part in wanted)}
