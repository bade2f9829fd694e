"""Paragraphs in lines of a width; indentation taken away and added."""

import sys

_VERSION = sys.version_info[:2]

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACES = '\t\n\x0b\x0c\r '
_TO_SPACE = {ord(space): ord(' ') for space in _SPACES}


# --- where a text may be broken ---

def _is_word(char):
    return char.isalnum() or char == '_'


def _is_letter(char):
    return char.isalpha() or char == '_'


def _ends_word(text, at):
    """Stands something before `at` that a dash may follow?"""
    return at > 0 and (_is_word(text[at - 1]) or text[at - 1] in '!"\'&.,?')


def _dash_end(text, at):
    """Behind the two dashes or more that stand here and go before a word; 0 where there are none."""
    end = at
    while text[end:end + 1] == '-':
        end += 1
    return end if end - at >= 2 and end < len(text) and _is_word(text[end]) else 0


def _breaks_at_hyphen(text, at):
    """Is the hyphen at `at` one between parts of a word, each with two letters or more?"""
    if text[at] != '-' or at < 2 or not _is_letter(text[at - 1]):
        return False
    before = text[at - 2]
    if not _is_letter(before) and not (before == '-' and at > 2 and _is_letter(text[at - 3])):
        return False
    behind = text[at + 1:at + 4]
    if not behind or not _is_letter(behind[0]):
        return False
    second = behind[2:3] if behind[1:2] == '-' else behind[1:2]
    return bool(second) and _is_letter(second)


def _space_end(text, at):
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at


def _word_end(text, at, hyphens):
    end = at + 1
    while end < len(text) and text[end] not in _SPACES:
        if hyphens and _breaks_at_hyphen(text, end):
            return end + 1
        if hyphens and _ends_word(text, end) and _dash_end(text, end):
            return end
        end += 1
    return end


def _chunks(text, hyphens):
    """Spaces, words, parts of words, dashes: all of the text, in pieces that stay whole."""
    at, result = 0, []
    while at < len(text):
        end = _space_end(text, at)
        if end == at and hyphens and _ends_word(text, at):
            end = _dash_end(text, at) or at
        if end == at:
            end = _word_end(text, at, hyphens)
        result.append(text[at:end])
        at = end
    return result


def _ends_sentence(chunk):
    if chunk[-1:] in ('"', "'"):
        chunk = chunk[:-1]
    return len(chunk) >= 2 and chunk[-1] in '.!?' and 'a' <= chunk[-2] <= 'z'


# --- wrapping ---

class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        return text.translate(_TO_SPACE) if self.replace_whitespace else text

    def _split(self, text):
        return _chunks(text, self.break_on_hyphens is True)

    def _fix_sentence_endings(self, chunks):
        for i in range(1, len(chunks)):
            if chunks[i] == ' ' and _ends_sentence(chunks[i - 1]):
                chunks[i] = '  '

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """A word that no line can hold: its beginning, or all of it on a line of its own."""
        room = width - cur_len if width >= 1 else 1
        if self.break_long_words:
            end, chunk = room, reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > room and _VERSION >= (3, 10):
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and chunk[:hyphen].strip('-'):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _fill_line(self, chunks, width):
        """Takes the chunks of one line from the end of `chunks`."""
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _cut_short(self, line, lines, indent, width):
        """The last line that max_lines allows: the placeholder is put where it fits."""
        while line:
            length = sum(map(len, line))
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _check(self):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')

    def _wrap_chunks(self, chunks):
        self._check()
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = self._fill_line(chunks, width)
            if not line:
                continue
            is_rest_blank = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            fits = is_rest_blank and sum(map(len, line)) <= width
            if self.max_lines is not None and len(lines) + 1 >= self.max_lines and not fits:
                self._cut_short(line, lines, indent, width)
                break
            lines.append(indent + ''.join(line))
        return lines

    def wrap(self, text):
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


# --- indentation ---

def _common_start(first, second):
    length = 0
    while length < min(len(first), len(second)) and first[length] == second[length]:
        length += 1
    return first[:length]


def dedent(text):
    if not isinstance(text, str):
        raise TypeError('expected string or bytes-like object' + (
            ", got '%s'" % type(text).__name__ if _VERSION >= (3, 11) else ''))
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            blank = line[:len(line) - len(line.lstrip(' \t'))]
            margin = blank if margin is None else _common_start(margin, blank)
    return '\n'.join(line[len(margin):] if line else line for line in lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
