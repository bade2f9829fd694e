"""Random small programs from the grammar in grammar/*.txt: the same seed gives the same programs.

A production is text with placeholders: <kind> is an expression of that kind, <@kind> one that may stand before a dot,
<new1:kind> a fresh name that later statements see, <hide1> one that they do not, <1> that name again, <old:kind> a name
that is there already. A placeholder alone on its line stands for statements; its words are flags and parameters.
"""

import random
import re
from pathlib import Path

GRAMMAR = Path(__file__).resolve().parent / "grammar"
PLACEHOLDER = re.compile(r"<(@?[a-z_]*[0-9]?(?::[a-z]+)?)>")
LINE_PLACEHOLDER = re.compile(r"( *)<([a-z]+)([a-z ]*)>$")
GATE = re.compile(r"(3\.\d+): ")
SIMPLE = re.compile(r"[A-Za-z_]\w*$|'[^'\\]*'$")
FLAGS = {"loop", "fn", "gen"}
STRANGE = 0.05  # how often another kind stands where one is wanted
NAMED = 0.35  # how often a name stands for an expression
GUARDED = 0.6  # how often a statement has a handler of its own
MAX_DEPTH = 4


def version_key(version):
    return tuple(int(part) for part in version.split("."))


def read_sections(path, separator):
    """Section name to productions."""
    sections = {}
    for part in re.split(r"^\[(?=[a-z. !]+\]$)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("]\n")
        sections[name] = body.rstrip("\n").split(separator) if body.strip("\n") else [""]
    return sections


class Grammar:
    """The productions that a version has."""

    def __init__(self, version):
        self.version = version_key(version)
        self.expressions = {}
        self.words = {}
        self.statements = {}
        for name in ("expressions", "library"):
            self.read(read_sections(GRAMMAR / (name + ".txt"), "\n"), self.expressions)
        for name in ("statements", "functions", "classes", "flow"):
            self.read(read_sections(GRAMMAR / (name + ".txt"), "\n%\n"), self.statements)

    def read(self, sections, ret_productions):
        for name, lines in sections.items():
            table = self.words if name.endswith("!") else ret_productions
            separate = "\n".join(lines).split("\n") if name.endswith("!") else lines
            productions = table.setdefault(name.rstrip("!"), [])
            productions += [found for found in map(self.gated, separate) if found is not None]

    def gated(self, production):
        gate = GATE.match(production)
        if not gate:
            return production
        return production[gate.end():] if version_key(gate[1]) <= self.version else None


class Scope:
    """The names that a statement sees, by kind, and where it stands."""

    def __init__(self, outer=None, flags=frozenset()):
        self.names = list(outer.names) if outer else []  # (name, kind)
        self.definitions = {key: list(value) for key, value in outer.definitions.items()} if outer else {
            "fun": [], "gen": [], "class": []}
        self.flags = flags

    def inside(self, words):
        """The scope of a block: a function's has new flags, a loop's one more."""
        flags = {word for word in words if word in FLAGS}
        if "gen" in flags:
            flags.add("fn")
        scope = Scope(self, frozenset(flags) if "fn" in flags else self.flags | flags)
        scope.names += [(word, "any") for word in words if word not in FLAGS]
        return scope


class Generator:
    """Makes programs; one object for one program."""

    def __init__(self, seed, grammar):
        self.random = random.Random(seed)
        self.grammar = grammar
        self.fresh = 0
        self.budget = 60  # statements
        self.added = []  # names that the statement being made binds

    def program(self):
        """The lines of one program."""
        lines = []
        scope = Scope()
        for _ in range(self.random.choice((1, 2, 2, 3, 3, 4, 6))):
            lines += self.statement("statement", scope, 2)
        return lines

    # Statements

    def statement(self, section, scope, depth):
        """The lines of one statement; the names that it binds are added to the scope at its end."""
        choices = self.grammar.statements[section]
        if section == "statement":
            for flag in sorted(scope.flags):
                if self.random.random() < 0.25:
                    choices = self.grammar.statements["statement " + flag]
        production = self.random.choice(choices)
        self.budget -= 1
        if "\n" in production and (depth <= 0 or self.budget <= 0):
            production = "print(text(<any>))"
        bound = {}
        outer, self.added = self.added, []
        lines = []
        for line in production.split("\n"):
            lines += self.line(line, scope, depth, bound)
        scope.names += self.added
        self.added = outer
        return self.guarded(lines) if section != "members" else lines

    def line(self, line, scope, depth, bound):
        whole = LINE_PLACEHOLDER.match(line)
        if whole and (whole[2] == "block" or whole[2] in self.grammar.statements):
            inner = self.block(whole[2], whole[3].split(), scope, depth)
            return [whole[1] + text for text in inner]
        return [self.expand(line, scope, MAX_DEPTH - 1, bound)]

    def block(self, kind, words, scope, depth):
        """What a placeholder of statements stands for."""
        if kind == "members":
            count = self.random.choice((1, 2, 3, 4))
            return [line for _ in range(count) for line in self.statement("members", scope, depth)] or ["pass"]
        if kind != "block":
            scope.names += self.added
            del self.added[:]
            return self.statement(kind, scope, depth - (kind in ("function", "class")))
        inner = scope.inside(words)
        inner.names += self.added
        lines = []
        for _ in range(self.random.choice((1, 1, 2, 3))):
            lines += self.statement("statement", inner, depth - 1)
        return lines

    def guarded(self, lines):
        if len(lines) > 1 or self.random.random() > GUARDED or lines[0] in ("pass", "break", "continue"):
            return lines
        return ["try:", "    " + lines[0], "except Exception as error:", "    caught(error)"]

    # Expressions

    def expand(self, production, scope, depth, bound):
        """Fills the placeholders of one line."""
        return PLACEHOLDER.sub(lambda found: self.fill(found[1], scope, depth, bound), production)

    def fill(self, word, scope, depth, bound):
        name, _, kind = word.partition(":")
        if name.isdigit():
            return bound[name]
        if name[-1:].isdigit():
            return self.define(name[:-1], name[-1], kind, scope, bound)
        if name == "old":
            return self.existing(kind, scope) or self.define("new", "", kind or "any", scope, bound)
        if name.startswith("@"):
            text = self.fill(name[1:], scope, depth, bound)
            return text if SIMPLE.match(text) else "(" + text + ")"
        if name in self.grammar.words:
            return self.expand(self.random.choice(self.grammar.words[name]), scope, depth - 1, bound)
        special = getattr(self, "fill_" + name, None)
        return special(scope, depth) if special else self.expression(name, scope, depth)

    def define(self, how, number, kind, scope, bound):
        """A fresh name."""
        self.fresh += 1
        prefix = {"new": "v", "hide": "h", "fun": "f", "gen": "g", "class": "C"}[how]
        name = bound[number] = prefix + str(self.fresh)
        if how == "new":
            self.added.append((name, kind or "any"))
        elif how != "hide":
            scope.definitions[how].append(name)
        return name

    def existing(self, kind, scope):
        """A name in scope, of this kind if there is one; None where there is no name."""
        fitting = [name for name, its in scope.names if its == kind or not kind]
        if fitting and self.random.random() < 0.9:
            return self.random.choice(fitting[-6:])
        return self.random.choice(scope.names)[0] if scope.names else None

    def expression(self, kind, scope, depth):
        """An expression of this kind, or sometimes of another."""
        if self.random.random() < STRANGE:
            kind = "any"
        if self.random.random() < NAMED:
            fitting = [name for name, its in scope.names if its == kind]
            if fitting or (scope.names and self.random.random() < 0.3):
                return self.random.choice(fitting or [name for name, _ in scope.names])
        leaves = self.grammar.expressions.get(kind + ".leaf")
        if depth <= 0 and not leaves:
            leaves = [text for text in self.grammar.expressions[kind] if text.count("<") == 1] or ["<int>"]
        productions = self.grammar.expressions.get(kind)
        if leaves and (depth <= 0 or not productions or self.random.random() < 0.35):
            productions = leaves
        return self.expand(self.random.choice(productions), scope, depth - 1, {})

    # Placeholders with a meaning of their own

    def fill_args(self, scope, depth):
        """Arguments of a call: mostly few, mostly positional."""
        count = self.random.choice((0, 1, 1, 1, 2, 2, 3))
        values = [self.expression("any", scope, depth - 1) for _ in range(count)]
        if self.random.random() < 0.1:
            values.append(self.random.choice(("key=", "x=", "default=", "reverse=", "sep="))
                          + self.expression("any", scope, depth - 1))
        if self.random.random() < 0.05:
            values.append("*" + self.expression("seq", scope, 0))
        return ", ".join(values)

    def fill_fx(self, scope, depth):
        """An expression that may stand in an f-string of every version."""
        text = self.expression("any", scope, min(depth, 1))
        plain = not re.search(r"['\"\\#{}\n:!=]|lambda", text)
        return text if plain else self.existing("", scope) or str(self.random.randrange(-3, 300))

    def fill_cls(self, scope, _):
        classes = scope.definitions["class"]
        if classes and self.random.random() < 0.85:
            return self.random.choice(classes[-4:])
        return self.random.choice(self.grammar.words["type"])

    def fill_instance(self, scope, depth):
        """An object of a class of the program."""
        names = [name for name, kind in scope.names if kind == "any"]
        if names and self.random.random() < 0.3:
            return self.random.choice(names)
        if not scope.definitions["class"]:
            return "(" + self.expression("any", scope, min(depth, 1) - 1) + ")"
        arguments = self.fill_args(scope, min(depth, 2) - 1) if self.random.random() < 0.4 else ""
        return self.fill_cls(scope, depth) + "(" + arguments + ")"

    def fill_callee(self, scope, depth):
        functions = scope.definitions["fun"]
        if functions and self.random.random() < 0.9:
            return self.random.choice(functions[-2:])
        return "(" + self.expression("function", scope, depth) + ")"

    def fill_generator(self, scope, depth):
        generators = scope.definitions["gen"]
        if generators:
            return self.random.choice(generators[-2:])
        return "(lambda: " + self.expression("iterator", scope, depth) + ")"
