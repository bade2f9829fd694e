"""Warnings: filters decide which are shown on standard error, raised, or left out."""

import sys
from _heapstep import source_line

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'WarningMessage']

_VERSION = sys.version_info[:2]
_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')

onceregistry = {}
defaultaction = 'default'
_filters_version = 1

filters = [('ignore', None, DeprecationWarning, None, 0), ('ignore', None, PendingDeprecationWarning, None, 0),
           ('ignore', None, ImportWarning, None, 0), ('ignore', None, ResourceWarning, None, 0)]
if _VERSION >= (3, 7):
    filters.insert(0, ('default', None, DeprecationWarning, '__main__', 0))
else:
    filters.insert(3, ('ignore', None, BytesWarning, None, 0))


# --- showing ---

class WarningMessage:
    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def _format(message):
    line = message.line
    if line is None:
        line = source_line(message.filename, message.lineno)
    line = line.strip()
    text = '%s:%s: %s: %s\n' % (message.filename, message.lineno, message.category.__name__, message.message)
    return text + '  %s\n' % line if line else text


def formatwarning(message, category, filename, lineno, line=None):
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    _write(WarningMessage(message, category, filename, lineno, file, line))


_own_format, _own_show = formatwarning, showwarning


def _write(message):
    file = message.file
    if file is None:
        file = sys.stderr
    if formatwarning is _own_format:
        text = _format(message)
    else:
        text = formatwarning(message.message, message.category, message.filename, message.lineno, message.line)
    file.write(text)


def _show(message):
    if showwarning is _own_show:
        _write(message)
    else:
        showwarning(message.message, message.category, message.filename, message.lineno, message.file, message.line)


# --- filters ---

def _check(fine, kind, text):
    """What a wrong argument raises: an assertion's error until 3.13."""
    if not fine:
        raise (kind if _VERSION >= (3, 13) else AssertionError)(text)


def _is_warning(category):
    return isinstance(category, type) and issubclass(category, Warning)


def _check_number(lineno):
    _check(isinstance(lineno, int) and lineno >= 0, ValueError if isinstance(lineno, int) else TypeError,
           'lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action in _ACTIONS, ValueError, 'invalid action: %r' % (action,))
    _check(isinstance(message, str), TypeError, 'message must be a string')
    _check(isinstance(category, type), TypeError, 'category must be a class')
    _check(issubclass(category, Warning), TypeError, 'category must be a Warning subclass')
    _check(isinstance(module, str), TypeError, 'module must be a string')
    _check_number(lineno)
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action in _ACTIONS, ValueError, 'invalid action: %r' % (action,))
    _check_number(lineno)
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changed()


def resetwarnings():
    filters[:] = []
    _changed()


def _changed():
    global _filters_version
    _filters_version += 1


def _filters_mutated():
    _changed()


def _matches(pattern, text, whole):
    """Of regular expressions only `.*` is known."""
    if pattern is None:
        return True
    parts = pattern.split('.*')
    if not whole:
        parts, text = [part.lower() for part in parts], text.lower()
    if not text.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:]:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not whole or at == len(text) or len(parts) > 1


def _action_for(text, category, module, lineno):
    for action, pattern, kind, place, line in filters:
        if (_matches(pattern, text, False) and issubclass(category, kind) and _matches(place, module, True)
                and line in (0, lineno)):
            return action
    return defaultaction


# --- warning ---

def _take_category(message, category):
    if isinstance(message, Warning):
        return message.__class__
    if category is None:
        return UserWarning
    if not _is_warning(category):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    return category


class _Nowhere:
    """What stacklevel finds above the outermost frame."""
    f_globals = sys.__dict__
    f_lineno = 0 if _VERSION >= (3, 13) else 1
    filename = '<sys>' if _VERSION >= (3, 13) else 'sys'


def _frame_at(level):
    try:
        return sys._getframe(level)
    except ValueError:
        return None


_missing = object()


def warn(message=_missing, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if message is _missing:
        raise TypeError("Required argument 'message' (pos 1) not found" if _VERSION < (3, 7)
                        else "warn() missing required argument 'message' (pos 1)")
    category = _take_category(message, category)
    frame = _frame_at(max(stacklevel, 1) + 1)
    if frame is None:
        place = _Nowhere
        filename = place.filename
    else:
        place = frame
        filename = frame.f_code.co_filename
    namespace = place.f_globals
    registry = namespace.setdefault('__warningregistry__', {})
    _warn(message, category, filename, place.f_lineno, namespace.get('__name__', '<string>'), registry, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename or '<unknown>'
    _warn(message, _take_category(message, category), filename, int(lineno), module, registry, source)


def _warn(message, category, filename, lineno, module, registry, source):
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'error':
        raise message
    if action == 'ignore' or _was_shown(action, key, registry):
        return
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _was_shown(action, key, registry):
    """Has it been, as the action counts? From now on it has."""
    if action == 'always':
        return False
    if action == 'default':
        registry[key] = 1
        return False
    registry[key] = 1
    book, once = (onceregistry, key[:2]) if action == 'once' else (registry, key[:2] + (0,))
    if book.get(once):
        return True
    book[once] = 1
    return False


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return 'catch_warnings(%s)' % ('record=True' if self._record else '')

    def __enter__(self):
        global showwarning, filters
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        self._saved = filters, showwarning, _show
        filters = filters[:]
        _changed()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        globals()['_show'] = log.append
        showwarning = _own_show
        return log

    def __exit__(self, *exc_info):
        global showwarning, filters
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        filters, showwarning, globals()['_show'] = self._saved
        _changed()


if _VERSION >= (3, 13):
    def deprecated(message, category=DeprecationWarning, stacklevel=1):
        def decorate(function):
            def wrapper(*args, **kwargs):
                warn(message, category, stacklevel + 1)
                return function(*args, **kwargs)
            wrapper.__name__, wrapper.__qualname__ = function.__name__, function.__qualname__
            wrapper.__doc__, wrapper.__deprecated__ = function.__doc__, message
            return wrapper
        return decorate
