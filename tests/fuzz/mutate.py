"""Small changes to a source that the lexer and the parser must judge as CPython does."""

import random
import re

TOKEN = re.compile(r"""[ \t]+|\n|\#[^\n]*|[rbfuRBFU]{0,2}(?:'''|\"\"\"|'|")|\w+|\*\*=?|//=?|<<=?|>>=?|->|:=|\.\.\.|[-+*/%&|^@=!<>]=|.""",
                   re.DOTALL)
WORDS = """if else elif for while def class return yield from import as with try except finally raise lambda not and or in is
    None True False del pass break continue global nonlocal assert match case _ type print x self 0 1 1.5 0x1F 1_0 0777 1j 'a' b'a'
    f'{x}' f'{' f'}' ''' \" ' ( ) [ ] { } : , . ; = == != < > <= >= + - * ** / // % @ & | ^ ~ << >> := -> ... += -= **= <> ! ? $ \\
    \\\n""".split(" ")
POOL = [word for word in (word.strip(" \n") for word in WORDS) if word] + ["\n", "    ", "\t", "#", "\\\n"]
CHARACTERS = " \t\n()[]{}:,;.'\"\\=+-*/<>!@#$%&|^~`?_0129abefrxjE\u00e9\u4e2d\u00b2\u00a0\u2019\u201c"


def tokens_of(source):
    return TOKEN.findall(source)


class Mutator:
    """One seed, one source: a few changes to it."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def mutate(self, source):
        """The source with one to three changes."""
        for _ in range(self.random.choice((1, 1, 1, 1, 2, 3))):
            source = self.random.choice(CHANGES)(self, source)
        return source

    def place(self, items):
        return self.random.randrange(len(items)) if items else 0

    # Tokens

    def delete_token(self, source):
        tokens = tokens_of(source)
        at = self.place(tokens)
        return "".join(tokens[:at] + tokens[at + 1:])

    def repeat_token(self, source):
        tokens = tokens_of(source)
        at = self.place(tokens)
        return "".join(tokens[:at] + tokens[at:at + 1] * 2 + tokens[at + 1:])

    def swap_tokens(self, source):
        tokens = tokens_of(source)
        solid = [index for index, token in enumerate(tokens) if not token.isspace()]
        if len(solid) > 1:
            at = self.random.randrange(len(solid) - 1)
            left, right = solid[at], solid[at + 1]
            tokens[left], tokens[right] = tokens[right], tokens[left]
        return "".join(tokens)

    def replace_token(self, source):
        tokens = tokens_of(source)
        solid = [index for index, token in enumerate(tokens) if not token.isspace()]
        if solid:
            tokens[self.random.choice(solid)] = self.random.choice(POOL)
        return "".join(tokens)

    def insert_token(self, source):
        tokens = tokens_of(source)
        at = self.place(tokens)
        return "".join(tokens[:at] + [self.random.choice(POOL)] + tokens[at:])

    def move_token(self, source):
        """A token of somewhere else in the program comes here."""
        tokens = tokens_of(source)
        at = self.place(tokens)
        return "".join(tokens[:at] + [self.random.choice(tokens or [""])] + tokens[at:])

    # Characters

    def delete_character(self, source):
        at = self.place(source)
        return source[:at] + source[at + 1:]

    def change_character(self, source):
        at = self.place(source)
        return source[:at] + self.random.choice(CHARACTERS) + source[at + 1:]

    def truncate(self, source):
        return source[:self.place(source)]

    # Lines

    def change_indentation(self, source):
        lines = source.split("\n")
        at = self.place(lines)
        text = lines[at].lstrip()
        width = len(lines[at]) - len(text)
        lines[at] = self.random.choice((" " * max(0, width + self.random.choice((-4, -3, -1, 1, 2, 4))),
                                        "\t" * (width // 4), " " * (width // 2) + "\t")) + text
        return "\n".join(lines)

    def delete_line(self, source):
        lines = source.split("\n")
        del lines[self.place(lines)]
        return "\n".join(lines)

    def repeat_line(self, source):
        lines = source.split("\n")
        at = self.place(lines)
        return "\n".join(lines[:at] + lines[at:at + 1] * 2 + lines[at + 1:])

    def move_line(self, source):
        lines = source.split("\n")
        line = lines.pop(self.place(lines))
        lines.insert(self.place(lines), line)
        return "\n".join(lines)


CHANGES = (Mutator.delete_token, Mutator.delete_token, Mutator.repeat_token, Mutator.swap_tokens, Mutator.replace_token,
           Mutator.replace_token, Mutator.insert_token, Mutator.insert_token, Mutator.move_token, Mutator.delete_character,
           Mutator.change_character, Mutator.truncate, Mutator.change_indentation, Mutator.delete_line,
           Mutator.repeat_line, Mutator.move_line)
