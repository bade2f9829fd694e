"""profile, a decorator that prints how much memory each line of a function takes.

The bytes are those of the model: a fixed amount for the interpreter itself, and what the
program's objects take.
"""

import sys
from _memory_profiler import start, stop

_INTERPRETER_MIB = 40.0
_ROW = '{0:>6} {1:>12} {2:>12}  {3:>10}   {4:<}'


def _mib(value, precision):
    return '{0:{1}.{2}f} MiB'.format(value, precision + 4, precision)


def _show(filename, lines, stream, precision):
    header = _ROW.format('Line #', 'Mem usage', 'Increment', 'Occurrences', 'Line Contents')
    stream.write('Filename: ' + filename + '\n\n')
    stream.write(header + '\n')
    stream.write('=' * len(header) + '\n')
    first = True
    for number, text, increment, memory, count in lines:
        if not count:
            stream.write(_ROW.format(number, '', '', '', text) + '\n')
            continue
        total = _INTERPRETER_MIB + memory / 2 ** 20
        added = total if first else increment / 2 ** 20
        first = False
        if abs(added) < 0.5 / 10 ** precision:
            added = 0.0
        stream.write(_ROW.format(number, _mib(total, precision), _mib(added, precision), count, text) + '\n')
    stream.write('\n\n')


def profile(func=None, stream=None, precision=1, backend='psutil'):
    if func is None:
        return lambda function: profile(function, stream, precision, backend)

    def wrapper(*args, **kwargs):
        start(func)
        try:
            result = func(*args, **kwargs)
        except BaseException:
            stop()
            raise
        lines = stop()
        _show(func.__code__.co_filename, lines, stream or sys.stdout, precision)
        return result

    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        setattr(wrapper, name, getattr(func, name, None))
    wrapper.__wrapped__ = func
    return wrapper
