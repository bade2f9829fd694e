def show(label, function, *self):
    try:
        value = function(*self)
        if hasattr(value, "__next__"):
            value = list(value)
        text = type(value).__name__ + " " + repr(value)
    except Exception as error:
        text = type(error).__name__ + ": " + str(error)
    print(label, "->", ascii(text), *(ascii(repr(part)) for part in self))


class Thing:
    "A class."
    kind = 1
    def __init__(self, value=0):
        self.value = value
    def method(self):
        return self.value
    def __repr__(self):
        return "<Thing>"


big = 10 ** 20

show('UnicodeError([[1], [2]], [])', lambda: UnicodeError([[1], [2]], []))
show('Ellipsis(sep=None, maxsplit=1)', lambda: Ellipsis(sep=None, maxsplit=1))
show('set(range(3))', lambda: set(range(3)))
show('BaseException(2.5)', lambda: BaseException(2.5))
show("abs(iter([]), 'end')", lambda: abs(iter([]), 'end'))
show('Ellipsis(0)', lambda: Ellipsis(0))
show('ConnectionAbortedError(5, (int, str))', lambda: ConnectionAbortedError(5, (int, str)))
show('slice([1, 2])', lambda: slice([1, 2]))
show('IOError([(1, 2), (0, 3)])', lambda: IOError([(1, 2), (0, 3)]))
show("FileExistsError('12', 8)", lambda: FileExistsError('12', 8))
show('classmethod(0, 0, 0)', lambda: classmethod(0, 0, 0))
show("OverflowError('a')", lambda: OverflowError('a'))
show('iter(None)', lambda: iter(None))
show("SystemError(5, '*')", lambda: SystemError(5, '*'))
show("enumerate('a', None)", lambda: enumerate('a', None))
show("MemoryError('b', None)", lambda: MemoryError('b', None))
show("callable('')", lambda: callable(''))
show('range(1, 2, 3, 4)', lambda: range(1, 2, 3, 4))
show("NameError('ab', 'utf-8')", lambda: NameError('ab', 'utf-8'))
show('UnicodeTranslateError(None, None, None)', lambda: UnicodeTranslateError(None, None, None))
show('AttributeError()', lambda: AttributeError())
show("BaseException(delete=b'a')", lambda: BaseException(delete=b'a'))
show('RuntimeError([1, 2], 10)', lambda: RuntimeError([1, 2], 10))
show('FileExistsError([1, 2], start=5)', lambda: FileExistsError([1, 2], start=5))
show("abs(len, ['a', 'bc'])", lambda: abs(len, ['a', 'bc']))
show('any(iter([5]))', lambda: any(iter([5])))
show('abs(300)', lambda: abs(300))
show("slice('ab')", lambda: slice('ab'))
show('BlockingIOError(int)', lambda: BlockingIOError(int))
show("ConnectionAbortedError('A', (), {})", lambda: ConnectionAbortedError('A', (), {}))
show('IOError(reverse=True)', lambda: IOError(reverse=True))
show("frozenset(b'ab', 'ascii')", lambda: frozenset(b'ab', 'ascii'))
show('staticmethod([1, 2], 10)', lambda: staticmethod([1, 2], 10))
show("len(4, 'little', signed=True)", lambda: len(4, 'little', signed=True))
show('filter(len, 1)', lambda: filter(len, 1))
show('SystemExit(1, end=None)', lambda: SystemExit(1, end=None))
show('Warning(1, 2, 3, 4, 5, 6)', lambda: Warning(1, 2, 3, 4, 5, 6))
show("FileNotFoundError(b'ab', 'ascii')", lambda: FileNotFoundError(b'ab', 'ascii'))
show('UnicodeWarning(2.5)', lambda: UnicodeWarning(2.5))
show('TabError(2.5)', lambda: TabError(2.5))
show("KeyError(b'a', b'b')", lambda: KeyError(b'a', b'b'))
show("format('a', default=1)", lambda: format('a', default=1))
show("bin('ab', 'utf-8')", lambda: bin('ab', 'utf-8'))
show('ConnectionError()', lambda: ConnectionError())
show("StopIteration('value', 3)", lambda: StopIteration('value', 3))
show('ReferenceError(2, -1, 7)', lambda: ReferenceError(2, -1, 7))
show('bytearray(start=1)', lambda: bytearray(start=1))
show("InterruptedError('a', 0, 5)", lambda: InterruptedError('a', 0, 5))
show('ProcessLookupError(len)', lambda: ProcessLookupError(len))
show('EnvironmentError(len, 1)', lambda: EnvironmentError(len, 1))
show('getattr(default=1)', lambda: getattr(default=1))
show("BrokenPipeError('value', 3)", lambda: BrokenPipeError('value', 3))
show("IndexError(Thing(), 'value')", lambda: IndexError(Thing(), 'value'))
show("FutureWarning(sep=':')", lambda: FutureWarning(sep=':'))
show('staticmethod([[1], [2]], [])', lambda: staticmethod([[1], [2]], []))
show("StopIteration('a', 'b', 1)", lambda: StopIteration('a', 'b', 1))
show('oct(maxsplit=1)', lambda: oct(maxsplit=1))
show("ValueError('A', (), {})", lambda: ValueError('A', (), {}))
show("ResourceWarning('a')", lambda: ResourceWarning('a'))
show("dict(Thing(), 'none', 7)", lambda: dict(Thing(), 'none', 7))
show('ValueError(1, end=None)', lambda: ValueError(1, end=None))
show("SystemExit(1, 'big')", lambda: SystemExit(1, 'big'))
show('StopAsyncIteration(slice(0, 1), [7])', lambda: StopAsyncIteration(slice(0, 1), [7]))
show('ProcessLookupError(index=0)', lambda: ProcessLookupError(index=0))
show("ArithmeticError(['b', 'A'], key=str.lower)", lambda: ArithmeticError(['b', 'A'], key=str.lower))
show('ResourceWarning([1, 2], 10)', lambda: ResourceWarning([1, 2], 10))
show("dict(b'\\xff', 'utf-8', 'replace')", lambda: dict(b'\xff', 'utf-8', 'replace'))
show('abs([1, 2])', lambda: abs([1, 2]))
show("ResourceWarning('a', None, -1)", lambda: ResourceWarning('a', None, -1))
show('IsADirectoryError([], default=5)', lambda: IsADirectoryError([], default=5))
