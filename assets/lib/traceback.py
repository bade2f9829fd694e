"""Tracebacks as text. What an exception looks like is the interpreter's; this arranges it."""

import sys
from _heapstep import entry_text, exception_text, is_library, notes_text, source_line, value_text

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_VERSION = sys.version_info[:2]
_HEADER = 'Traceback (most recent call last):\n'
_REPEATS_SHOWN = 3


def _write(lines, file):
    print(''.join(lines), file=sys.stderr if file is None else file, end='')


# --- entries ---

class FrameSummary:
    __slots__ = ('filename', 'lineno', 'name', '_line', 'locals', '_text')

    def __init__(self, filename, lineno, name, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._text = None
        self.locals = {name: repr(value) for name, value in locals.items()} if locals else None

    @property
    def line(self):
        if self._line is None and self.lineno is not None:
            self._line = source_line(self.filename, self.lineno).strip()
        return self._line

    def _lines(self):
        if self._text is not None:
            return self._text
        text = '  File "%s", line %s, in %s\n' % (self.filename, self.lineno, self.name)
        return text + ('    %s\n' % self.line.strip() if self.line else '')

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = klass()
        for frame, lineno in _limited(list(frame_gen), limit):
            if not is_library(frame):
                result.append(_summary(frame, lineno))
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format(self):
        lines = []
        last, count = None, 0
        for entry in self:
            place = (entry.filename, entry.lineno, entry.name)
            if place != last:
                lines += _repeats(count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                lines.append(entry._lines())
        return lines + _repeats(count)


def _repeats(count):
    count -= _REPEATS_SHOWN
    return ['  [Previous line repeated %d more time%s]\n' % (count, '' if count == 1 else 's')] if count > 0 else []


def _summary(frame, lineno):
    code = frame.f_code
    return FrameSummary(code.co_filename, lineno, code.co_name)


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is None:
            return entries
        limit = 0 if limit < 0 else limit
    return entries[:limit] if limit >= 0 else entries[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    entries = []
    while tb is not None:
        text = entry_text(tb)
        if text is not None:
            entry = _summary(tb.tb_frame, tb.tb_lineno)
            entry._text = text
            entries.append(entry)
        tb = tb.tb_next
    return StackSummary(_limited(entries, limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    entries = [_summary(frame, lineno) for frame, lineno in walk_stack(f) if not is_library(frame)]
    return StackSummary(_limited(entries, limit)[::-1])


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(sys._getframe(1) if f is None else f, limit), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


# --- exceptions ---

_missing = object()

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


def _only(value):
    if value is None:
        return ['NoneType: None\n']
    notes = notes_text(value)
    return [value_text(value)] + notes.splitlines(True)


def _under_header(lines, has_traceback):
    """From 3.8 on no header stands alone."""
    shown = has_traceback and (lines or _VERSION < (3, 8))
    return [_HEADER] + lines if shown else []


def _alone(value, tb, limit):
    return _under_header(format_tb(tb, limit), tb is not None) + _only(value)


def _chained(value, tb, limit, seen):
    seen.append(value)
    lines = []
    cause, context = value.__cause__, value.__context__
    if cause is not None and all(cause is not other for other in seen):
        lines = _chained(cause, cause.__traceback__, limit, seen) + [_CAUSE]
    elif cause is None and context is not None and not value.__suppress_context__ and all(
            context is not other for other in seen):
        lines = _chained(context, context.__traceback__, limit, seen) + [_CONTEXT]
    return lines + _alone(value, tb, limit)


def _is_group(value):
    return _VERSION >= (3, 11) and isinstance(value, BaseExceptionGroup)


def _parse(value, tb):
    """From 3.10 on an exception says all."""
    if _VERSION < (3, 10) and (value is _missing or tb is _missing):
        names = ["'value'"] * (value is _missing) + ["'tb'"] * (tb is _missing)
        function = sys._getframe(1).f_code.co_name
        raise TypeError('%s() missing %d required positional argument%s: %s'
                        % (function, len(names), 's' * (len(names) > 1), ' and '.join(names)))
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')


def _formatted(exc, value, tb, limit, chain):
    if value is _missing:
        value, tb = exc, None if exc is None else exc.__traceback__
    if value is None:
        return _only(None)
    own = tb is value.__traceback__ and limit is None
    if _is_group(value) and own:
        return exception_text(value, chain).splitlines(True)
    return _chained(value, tb, limit, []) if chain else _alone(value, tb, limit)


def format_exception(exc, value=_missing, tb=_missing, limit=None, chain=True):
    _parse(value, tb)
    return _formatted(exc, value, tb, limit, chain)


def print_exception(exc, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _parse(value, tb)
    _write(_formatted(exc, value, tb, limit, chain), file)


def format_exception_only(exc, value=_missing):
    if value is _missing:
        if _VERSION < (3, 10):
            raise TypeError("format_exception_only() missing 1 required positional argument: 'value'")
        value = exc
    if value is not None and not isinstance(value, BaseException):
        name = exc.__qualname__
        return ['%s: %s\n' % (name, value) if str(value) else name + '\n']
    return _only(value)


def format_exc(limit=None, chain=True):
    value = sys.exc_info()[1]
    return ''.join(_formatted(value, _missing, _missing, limit, chain))


def print_exc(limit=None, file=None, chain=True):
    value = sys.exc_info()[1]
    _write(_formatted(value, _missing, _missing, limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._only = _only(exc_value)
        self._has_traceback = exc_traceback is not None
        self._str = str(exc_value)
        self._value = exc_value
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self.__context__ = None
        if exc_value.__cause__ is not None:
            self.__cause__ = type(self).from_exception(exc_value.__cause__)
        elif exc_value.__context__ is not None:
            self.__context__ = type(self).from_exception(exc_value.__context__)

    @property
    def exc_type_str(self):
        return self.exc_type.__qualname__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True):
        if _is_group(self._value):
            yield from exception_text(self._value, chain).splitlines(True)
            return
        if chain and self.__cause__ is not None:
            yield from self.__cause__.format(chain=chain)
            yield _CAUSE
        elif chain and self.__context__ is not None and not self.__suppress_context__:
            yield from self.__context__.format(chain=chain)
            yield _CONTEXT
        yield from _under_header(self.stack.format(), self._has_traceback)
        yield from self._only
