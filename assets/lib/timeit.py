"""Timing of small pieces of code."""

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    """Times functions; statements given as text go through exec."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._stmt = self._callable(stmt, globals, 'stmt')
        self._setup = self._callable(setup, globals, 'setup')

    @staticmethod
    def _callable(code, names, what):
        if callable(code):
            return code
        if not isinstance(code, str):
            raise ValueError('%s is neither a string nor callable' % what)
        if code == 'pass':
            return lambda: None
        names = {} if names is None else names
        return lambda: exec(code, names)

    def timeit(self, number=default_number):
        function, timer = self._stmt, self.timer
        self._setup()
        begin = timer()
        for _ in range(number):
            function()
        return timer() - begin

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for part in (1, 2, 5):
                number = scale * part
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
