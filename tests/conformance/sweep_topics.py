"""The checks of sweep.py, by topic: each topic is a function that yields Check rows.

Law: a check is an expression that every version from 3.6 on can parse; it prints nothing that depends on the
machine, and ends. What types and methods there are is asked of the interpreters themselves.
"""

import itertools
import json
import subprocess
from typing import NamedTuple, Optional


class Check(NamedTuple):
    expression: str
    self: Optional[str] = None  # an expression; `expression` is then about s, and s is shown too
    is_dir: bool = False        # the answer is a text of names

    @property
    def label(this):
        return this.expression if this.self is None else "s = %s; %s" % (this.self, this.expression)


# What the checks' expressions use.
PRELUDE = '''\
class Thing:
    "A class."
    kind = 1
    def __init__(self, value=0):
        self.value = value
    def method(self):
        return self.value
    def __repr__(self):
        return "<Thing>"
class Num:
    def __index__(self):
        return 2
    def __repr__(self):
        return "<Num>"
class Always:
    def __getattr__(self, name):
        return lambda *a: NotImplemented
    def __repr__(self):
        return "<Always>"
def func(a, b=2, *args, c=3, **kw):
    "Says what it does."
    return a
def gen():
    yield 1
    yield 2
inf = float("inf")
nan = float("nan")
big = 10 ** 20
def iadd(a, b): a += b; return a
def isub(a, b): a -= b; return a
def imul(a, b): a *= b; return a
def ior(a, b): a |= b; return a
def iand(a, b): a &= b; return a
def ixor(a, b): a ^= b; return a
def idiv(a, b): a /= b; return a
def imod(a, b): a %= b; return a
def setitem(a, b, c): a[b] = c; return a
def delitem(a, b): del a[b]; return a
def fail(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error
def names(value):
    return " ".join(sorted(dir(value)))
'''

SAMPLES = ["3", "-2", "0", "big", "True", "2.5", "nan", "-0.0", "inf", "(1+2j)", "'ab'", "'%s'", "b'ab'",
           "bytearray(b'ab')", "[1, 2]", "(1, 2)", "{'a': 1}", "{1, 2}", "frozenset({1})", "range(3)", "None",
           "Thing()", "Num()", "func", "len", "int", "Ellipsis", "NotImplemented", "slice(1, 2)", "iter([1])",
           "{1: 2}.keys()", "{1: 2}.items()", "object()", "Thing"]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", "==", "!=", ">", ">=", "in"]
IN_PLACE = ["iadd", "isub", "imul", "ior", "iand", "ixor", "idiv", "imod"]
UNARY = ["-s", "+s", "~s", "not s", "abs(s)", "len(s)", "bool(s)", "iter(s)", "next(s)", "list(s)", "tuple(s)",
         "set(s)", "str(s)", "int(s)", "float(s)", "complex(s)", "bytes(s)", "dict(s)", "hash(s)", "repr(s)",
         "callable(s)", "type(s)", "reversed(s)", "sorted(s)", "sum(s)", "min(s)", "max(s)", "enumerate(s)",
         "round(s)", "ord(s)", "chr(s)", "hex(s)", "oct(s)", "bin(s)", "range(s)", "any(s)", "all(s)", "s()",
         "s.nothing", "[*s]", "isinstance(s, int)", "vars(s)", "format(s, 'd')", "format(s, 's')", "format(s, '')",
         "'%d' % (s,)", "'%s' % (s,)", "'%x' % (s,)", "'%c' % (s,)", "'%5.1f' % (s,)", "func(*s)", "func(1, **s)",
         "setattr(s, 'x', 1)", "delattr(s, 'x')", "isinstance(1, s)", "issubclass(s, int)", "issubclass(int, s)",
         "''.join(s)", "b''.join(s)", "s.__class__", "s.__doc__ is None", "type(s).__name__", "zip(s)", "map(s, [1])",
         "filter(s, [1, 0])", "slice(s).indices(3)", "pow(s, 2)", "pow(2, s, 3)", "divmod(s, 2)", "divmod(7, s)",
         "frozenset(s)", "bytearray(s)", "getattr(s, 3)", "hasattr(s, '__len__')", "id(s) == id(s)",
         "dir(s) == sorted(dir(s))", "isinstance(s, (int, (str,)))", "memoryview(s)", "str(s, 'ascii')", "int(s, 10)",
         "[0, 1, 2, 3][s]", "'abcd'[s]", "(1, 2, 3)[s]", "{True: 1}[s]", "[1, 2, 3, 4][s:]", "'abcd'[:s]",
         "range(9)[::s]", "bytes(4)[s]", "bytearray(4)[s]"]
HASHED_BY_ADDRESS = {"nan", "None", "Thing()", "Num()", "func", "len", "int", "Ellipsis", "NotImplemented",
                                                                                                                   "iter([1])", "object()", "Thing"}
KEYS = ["0", "-1", "5", "True", "1.0", "'a'", "None", "slice(None)", "slice(0, 1)", "slice(None, None, -1)",
        "slice(None, None, 0)", "slice('a')", "(0, 1)", "[0]", "Num()", "big", "b'a'", "Ellipsis"]

# The objects whose methods are called.
SELVES = {"int": ["5", "-300", "big"], "bool": ["True"], "float": ["2.5", "-0.0", "inf"], "complex": ["(1.5-2j)"],
                  "str": ["'ab cD'", "''", "'%d {} \\xdf\\u01c6 x'"], "bytes": ["b'ab cD'", "b''"],
                  "bytearray": ["bytearray(b'ab cD')"], "list": ["[3, 1, 2]", "[]", "['b', 'a']"],
                  "tuple": ["(3, 1, 2)", "()"], "dict": ["{'a': 1, 'b': 2}", "{}"], "set": ["{1, 2, 3}", "set()"],
                  "frozenset": ["frozenset([1, 2, 3])"], "range": ["range(5)", "range(10, 0, -3)"],
                  "slice": ["slice(1, 5, 2)"], "type(None)": ["None"], "object": ["object()"], "type": ["int",
                  "Thing"], "type({}.keys())": ["{'a': 1}.keys()"], "type({}.values())": ["{'a': 1}.values()"],
                  "type({}.items())": ["{'a': 1}.items()"], "type(func)": ["func"], "type(len)": ["len"],
                  "type([].append)": ["[1].append"], "type(Thing().method)": ["Thing().method"],
                  "type(gen())": ["gen()"], "type(iter([]))": ["iter([1, 2])"], "type(iter({}))": ["iter({1: 2})"],
                  "type(iter(()))": ["iter((1, 2))"], "type(iter(''))": ["iter('ab')"],
                  "type(iter(range(1)))": ["iter(range(3))"], "type(iter(set()))": ["iter({1})"],
                  "type(iter(b''))": ["iter(b'ab')"], "type(iter(int, 1))": ["iter(int, 0)"],
                  "enumerate": ["enumerate('ab')"], "zip": ["zip([1], [2])"], "map": ["map(abs, [-1, 2])"],
                  "filter": ["filter(None, [0, 1])"], "reversed": ["reversed((1, 2))"], "property": ["property(len)"],
                  "staticmethod": ["staticmethod(len)"], "classmethod": ["classmethod(len)"],
                  "super": ["super(Thing, Thing())"], "memoryview": ["memoryview(b'ab')"],
                  "BaseException": ["ValueError('a', 1)"], "KeyError": ["KeyError('k')"],
                  "OSError": ["OSError(2, 'none', 'file')"], "StopIteration": ["StopIteration(5)"],
                  "SystemExit": ["SystemExit(3)"],
                  "UnicodeDecodeError": ["UnicodeDecodeError('utf-8', b'ab', 0, 1, 'why')"],
                  "UnicodeEncodeError": ["UnicodeEncodeError('ascii', 'ab', 0, 1, 'why')"],
                  "SyntaxError": ["SyntaxError('m', ('f', 1, 2, 'text'))"],
                  "ImportError": ["ImportError('m', name='n', path='p')"], "NameError": ["NameError('n')"],
                  "AttributeError": ["AttributeError('n')"], "type(Ellipsis)": ["..."],
                  "type(NotImplemented)": ["NotImplemented"], "type(func.__code__)": ["func.__code__"],
                  "type(Thing.__dict__)": ["Thing.__dict__"], "type(int.__add__)": ["int.__add__"],
                  "type(list.append)": ["list.append"], "type((1).__add__)": ["(1).__add__"],}
MODULES = ["gc", "sys", "math", "weakref", "copy", "collections", "functools", "itertools", "operator", "string",
           "types", "dataclasses", "enum", "random", "time", "typing", "abc", "builtins", "statistics", "bisect",
           "heapq", "textwrap", "datetime", "fractions", "decimal", "json", "re"]
PRELUDE += "".join("def load_%s(): import %s as module; return module\n" % (name, name) for name in MODULES)
ARGUMENTS = ["0", "1", "-1", "2.5", "'a'", "'ab'", "''", "b'a'", "None", "[1, 2]", "('a', 'b')", "{'a': 5}", "{1, 9}",
             "len", "int", "Num()", "True", "slice(0, 2)", "300"]
PAIRS = ["'a', 'b'", "1, 2", "'a', 1", "0, 'x'", "5, '*'", "None, 1", "b'a', b'b'", "1, 'big'", "2, 'little'",
         "'ascii', 'strict'", "[1], [2]", "slice(0, 1), [7]", "'b', None", "'a', None", "8, b'*'",
         "'utf-8', 'ignore'", "int, str", "'value', 3"]
TRIPLES = ["'a', 'b', 1", "1, 2, 3", "0, 0, 0", "'a', 0, 5", "b'a', b'b', 1", "None, None, None", "'a', None, -1"]
KEYWORDS = ["x=1", "key=len", "reverse=True", "sep='a'", "maxsplit=1", "'a', maxsplit=1", "sep=None, maxsplit=1",
            "keepends=True", "tabsize=2", "encoding='ascii'", "errors='ignore'", "key=None, reverse=1",
            "length=2, byteorder='big'", "4, 'little', signed=True", "a=1, b=2", "'a', 'b', count=1", "{'x': 1}, y=2",
            "default=1", "'a', default=1", "index=0", "delete=b'a'", "start=1", "sep=':'"]
NOT_CALLED = {"__dir__", "__sizeof__", "__reduce__", "__reduce_ex__", "__init_subclass__", "__subclasshook__",
    "__doc__", "__getstate__", "__setstate__", "__getnewargs__", "__delattr__", "__setattr__", "__getattribute__",
    "__class__", "__new__", "__text_signature__", "__subclasses__", "__buffer__", "__release_buffer__",
    "__class_getitem__", "__builtins__", "__globals__", "mro", "__prepare__", "__instancecheck__",
    "__subclasscheck__"}
HASHED_BY_VALUE = {"int", "bool", "float", "complex", "str", "bytes", "tuple", "frozenset", "range", "memoryview"}


def ask(pythons, program):
    """The sorted union of the words that a program prints in each interpreter."""
    words = set()
    for python in pythons:
        words.update(json.loads(subprocess.run([python, "-c", program], stdout=subprocess.PIPE, check=True).stdout))
    return sorted(words)


def dirs(pythons):
    for name in list(SELVES) + sorted(builtin_types(pythons)):
        yield Check("names(%s)" % name, is_dir=True)
    for name in MODULES:
        yield Check("names(load_%s())" % name, is_dir=True)


def builtin_types(pythons):
    program = "import builtins, json; print(json.dumps([n for n in dir(builtins) if isinstance(getattr(builtins, n), type)]))"
    return [name for name in ask(pythons, program) if name not in SELVES and not name.startswith("_")]


def operators(_pythons):
    for left, op, right in itertools.product(SAMPLES, BINARY, SAMPLES):
        if not (op in ("**", "<<") and right == "big"):
            yield Check("%s %s %s" % (left, op, right))
    for name, left, right in itertools.product(IN_PLACE, SAMPLES, SAMPLES):
        yield Check("%s(s, %s)" % (name, right), self=left)


def unary(_pythons):
    for sample, expression in itertools.product(SAMPLES, UNARY):
        huge = sample == "big" and expression in ("bytes(s)", "bytearray(s)")
        if not huge and not (expression == "hash(s)" and sample in HASHED_BY_ADDRESS):
            yield Check(expression, self=sample)


def subscripts(_pythons):
    for sample, key in itertools.product(SAMPLES, KEYS):
        yield Check("s[%s]" % key, self=sample)
        yield Check("delitem(s, %s)" % key, self=sample)
        for value in ("7", "[7, 8]", "'x'", "b'xy'", "None"):
            yield Check("setitem(s, %s, %s)" % (key, value), self=sample)


def methods(pythons):
    calls = [""] + ARGUMENTS + PAIRS + TRIPLES + ["1, 2, 3, 4"] + KEYWORDS
    for kind, selves in SELVES.items():
        program = "import json\n%s\nprint(json.dumps(dir(%s)))" % (PRELUDE, kind)
        for name in ask(pythons, program):
            if name in NOT_CALLED or (name == "__hash__" and kind not in HASHED_BY_VALUE):
                continue
            for value in selves:
                yield Check("s.%s if not callable(s.%s) else 'a method'" % (name, name), self=value)
                dunder = name.startswith("__")
                for call in [""] + (ARGUMENTS[:12:3] + PAIRS[:2] + KEYWORDS[:1] if dunder else calls[1:]):
                    yield Check("s.%s(%s)" % (name, call), self=value)


NOT_TRIED = {"exit", "quit", "copyright", "credits", "license", "help", "breakpoint", "open", "exec", "eval",
    "compile", "id", "globals", "locals", "vars", "dir", "hash", "aiter", "anext",
    "memoryview", "None", "True", "False", "NotImplemented"}


def functions(pythons):
    names = [name for name in ask(pythons, "import builtins, json; print(json.dumps(dir(builtins)))")
             if not name.startswith("_") and name not in NOT_TRIED]
    extra = ["[3, 1], [2]", "'ab', [1, 2]", "len, ['a', 'bc']", "[1, 2], 10", "Thing(), 'value'", "Thing(), 'none'",
        "Thing(), 'none', 7", "Thing(), 3", "int, (int, str)", "5, (int, str)", "5, ['x']", "range(3)", "1.5, 1",
        "10, 3, 7", "2, -1, 7", "-1, 5, -3", "iter([5])", "iter([]), 'end'", "[[1], [2]], []", "'12', 8", "'0x1f', 0",
        "'zz', 36", "'1', 37", "'A', (), {}", "'A', (int,), {'x': 1}", "1, 2, key=lambda a: -a", "[1, 'a']",
        "[], default=5", "[(1, 2), (0, 3)]", "['b', 'A'], key=str.lower", "[1, 2], start=5", "'ab', start=1",
        "[1], [1, 2], strict=True", "'a', 'b', sep='-', end='!'", "1, end=None", "1, sep=3", "1, file=None",
        "1, flush=True", "b'ab', 'ascii'", "'ab', 'utf-8'", "b'\\xff', 'utf-8', 'replace'", "1, 2, 3, 4, 5, 6",
        "len, 1", "Thing().method, None"]
    for name in names:
        for call in [""] + ARGUMENTS + PAIRS + TRIPLES + ["1, 2, 3, 4"] + KEYWORDS + extra:
            yield Check("%s(%s)" % (name, call))


def format_values(_pythons):
    values = ["0", "7", "-42", "1234567", "10**18", "True", "0.0", "-0.0", "3.14159", "-2.5", "1e10", "1.5e-7",
        "123456789.125", "nan", "inf", "1e16", "0.1", "100.0", "1+2j", "-0.5j", "'text'", "''", "'\\xe9\\u6f22'",
        "None", "[1]", "Thing()", "1e300"]
    alignments = ["", "<", ">", "^", "=", "*<", "*^", "0=", "x>"]
    widths = ["", "1", "10", "010", "12.3", ".0", ".2", "10.4", ",", "_", "8,", "012,.2", ".10"]
    kinds = ["", "d", "b", "o", "x", "X", "#x", "#b", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q"]
    specs = [align + width for align in alignments for width in widths]
    specs += [sign + width + kind for sign in ("", "+", " ", "-") for width in ("", "8", "08", ".3", "10.2",
        ",") for kind in kinds if not kind.startswith("#")]
    specs += ["#" + kind for kind in "bxXoegdfs"] + ["+#010x", "#_b", "_x", "_b", ",x", ",s", "_,d", ",_", "z",
        "z.1f", "zd", " <5", "{", "}", ".", "5.", ".f", "1.2.3", "+s", " s", "=5", "\\u2713^9", "10000", ".3d", "+c",
        "99999999999999999999"]
    for value, spec in itertools.product(values, specs):
        yield Check("format(%s, '%s')" % (value, spec))


def percent(_pythons):
    values = ["0", "7", "-42", "10**18", "True", "0.0", "-2.5", "1e10", "1.5e-7", "nan", "-inf", "1j", "'text'",
        "'\\xe9'", "b'by'", "None", "[1]", "Thing()", "Num()", "(1, 2)", "()", "'%'", "1e300", "65", "1114112"]
    flags = ["", "-", "+", " ", "0", "#", "-0", "+0", "# "]
    sizes = ["", "5", "12", ".3", "8.2", ".0"]
    for kind, flag, size in itertools.product("dixXoeEfFgGcrsa%u", flags, sizes):
        for value in values[:8:2] if flag and size else values:
            yield Check("'%%%s%s%s' %% (%s,)" % (flag, size, kind, value))
    for text in ["'%d %s' % (1,)", "'%d' % (1, 2)", "'%d' % [1]", "'x' % 1", "'x' % ()", "'x' % {'a': 1}",
            "'%(a)s' % {'a': 1}", "'%(b)s' % {'a': 1}", "'%(a)s' % 3", "'%(a' % {}", "'%*d' % (5, 3)",
            "'%-*d|' % (5, 3)", "'%.*f' % (2, 3.14159)", "'%*d' % ('a', 3)", "'%' % 1", "'%z' % 1", "'%ld' % 3",
            "'%5' % 3", "'%s' % ((1, 2),)", "'%s %s' % 'ab'", "'%s' % {'a': 1}", "'%(a)5.1f|%(a)d' % {'a': 2.75}",
            "'%%' % ()", "'%s%%' % 50", "b'%d %s' % (1, b'x')", "b'%s' % 'x'", "b'%b' % b'x'", "b'%a' % 'x'",
            "b'%c' % 65", "b'%r' % 1", "bytearray(b'%x') % 255", "'%c' % 'ab'", "'%c' % ''", "'%c' % -1",
            "'%c' % 1.5", "'%i' % 2.9", "'%x' % 2.9", "'%s' % Thing", "'%(a)(b)s' % {}", "'%s' % ()", "'%d%d' % 1",
            "'%()s' % {'': 1}", "'%s %(a)s' % {'a': 1}", "'%\\u0e3f' % 1"]:
        yield Check(text)


def fields(_pythons):
    calls = ["1, 2", "'a', b=5", "Thing(4)", "[1, [2, 3]]", "{'k': 'v', '0': 1}", "1.5", "'x', w=8", "()",
        "x=Thing(9), w=3, p=1"]
    formats = ["{}", "{} {}", "{0} {1} {0}", "{1}", "{b}", "{0.value}", "{0[0]}", "{0[1][0]}", "{0[k]}", "{0!r}",
            "{0!s:>5}", "{0!a}", "{0!x}", "{:>{w}}", "{:{}}", "{0:{1}}", "{x.value:0{w}.{p}f}", "{{}}", "{{{}}}", "{",
            "}", "{0", "{0!", "{0!r", "{0:", "{0:}", "{0.}", "{0[}", "{0[]}", "{0[a]b}", "{} {0}", "{0} {}", "{-1}",
            "{ 0}", "{0 }", "{a b}", "{0.__class__.__name__}", "{0.nothing}", "{0[9]}", "{0[-1]}", "{:d}",
            "{:5d}|{:<5}|", "{0:%}", "{!r:^9}", "}}{{", "{:{:{}}}", "{0:>{1}}", "{99999999999999999999}",
            "{:\\u6f22^5}", "{0:{w}}", "{0!r}}", "x}y"]
    for form, call in itertools.product(formats, calls):
        yield Check("'%s'.format(%s)" % (form, call))
    for form in formats:
        yield Check("'%s'.format_map({'a': 1, 'b': [1, 2], 'x': Thing(9), 'w': 3, 'p': 1})" % form)


def parse(_pythons):
    texts = ["", " ", "0", "-0", "+5", "--5", "5 ", " 5\\n", "5a", "0x1f", "0X1F", "0b101", "0o17", "017", "1_000",
        "1__0", "_1", "1_", "0_0", "0x_f", "12345678901234567890", "1e5", "1E5", "1e", "e5", "1.", ".5", ".", "1.5.2",
        "nan", "NaN", "-nan", "+inf", "Infinity", "infinit", "inf", "1e400", "-1e400", "1e-400", "4.9e-324", "0x1p3",
        "1_0.0_1", "1._5", "1_e5", "\\u0663", "\\u0663.5", "\\xb2", "\\u2003 7\\xa0", "1j", "j", "-j", "+1.5j",
        "1+2j", "1 + 2j", "(1+2j)", "( 1+2j )", "1+2", "1+j", "1-2J", "1e5+3e2j", "nan+infj", "1+2j3", "((1j))", "z",
        "Z", "1\\x002", "12\\ud800", "9" * 25, "0.1", "0.30000000000000004", "179769313486231580793e289", "2.5e-5",
        "123456789.123456789", "\\t\\v\\f1\\r", "1,5", "True", "None"]
    for text in texts:
        for form in ["int('%s')", "float('%s')", "complex('%s')", "int('%s', 0)", "int('%s', 16)", "int('%s', 2)",
                "int('%s', 36)"]:
            yield Check(form % text)
        if "\\u" not in text:
            yield Check("int(b'%s')" % text)
            yield Check("float(b'%s')" % text)
    for base in ["1", "37", "-1", "'10'", "2.0", "None", "Num()", "True", "big"]:
        yield Check("int('11', %s)" % base)
        yield Check("int('11', base=%s)" % base)
    for call in ["int(1, 2)", "int(x='1')", "int('5', base=10)", "int(base=2)", "complex('1', 2)", "complex(1, '2')",
            "complex(real=1)", "complex(imag=2)", "complex(1j, 2j)", "float(x=1)", "int('9' * 4301)",
            "len(str(10 ** 4299))", "str(10 ** 4300)", "bool(x=1)", "int(1e300) % 7", "int(1e30)"]:
        yield Check(call)


def numbers(_pythons):
    reals = ["0", "1", "-1", "7", "-7", "15", "25", "-25", "10**20", "2.5", "-2.5", "0.5", "1.5", "3.14159", "2.675",
        "1e20", "-0.0", "inf", "nan", "True"]
    for value in reals:
        for digits in ["", ", 0", ", 1", ", 2", ", -1", ", -2", ", 20", ", None", ", 'a'", ", 1.0", ", 400",
                ", -400"]:
            yield Check("round(%s%s)" % (value, digits))
        for call in ["hex", "oct", "bin", "abs", "int", "float", "repr", "hash"]:
            if (call, value) != ("hash", "nan"):
                yield Check("%s(%s)" % (call, value))
        for name in ["is_integer()", "as_integer_ratio()", "hex()", "real", "imag", "conjugate()", "numerator",
                "denominator", "bit_length()", "bit_count()", "__floor__()", "__ceil__()", "__trunc__()",
                "__round__(1)"]:
            yield Check("(%s).%s" % (value, name))
        for other in reals:
            yield Check("divmod(%s, %s)" % (value, other))
            if other != "10**20":
                yield Check("pow(%s, %s)" % (value, other))
                for modulus in ["7", "-7", "0", "1", "10", "1.5", "None"]:
                    yield Check("pow(%s, %s, %s)" % (value, other, modulus))
    for value, length, order, signed in itertools.product(["0", "1", "255", "256", "-1", "-128", "-129", "10**10"],
            ["0", "1", "2", "8", "-1"], ["'big'", "'little'", "'other'"], ["", ", signed=True"]):
        yield Check("(%s).to_bytes(%s, %s%s)" % (value, length, order, signed))
    for data, order, signed in itertools.product(["b''", "b'\\x01'", "b'\\xff\\x00'", "[1, 2]", "[256]", "'a'", "5",
            "bytearray(b'ab')"], ["'big'", "'little'", "'x'", "3"], ["", ", signed=True"]):
        yield Check("int.from_bytes(%s, %s%s)" % (data, order, signed))
    for text in ["0x1p3", "1.8", "-0x1.8p-2", "inf", "nan", "-Infinity", "0x", "p3", "0x1p9999", "0x.8", " 1 ", "1.g",
            "0x1.fffffffffffff8p0", "0x1p-1075", "1e5"]:
        yield Check("float.fromhex('%s')" % text)
    for value in ["1e22", "1e21", "123456789012345678.0", "1e-4", "1e-5", "5e-324", "1.7976931348623157e308",
            "0.1+0.2", "1/3", "100.0", "1e16", "9999999999999998.0", "2**0.5"]:
        yield Check("(repr(%s), str(%s), (%s).hex(), (%s).as_integer_ratio())" % ((value,) * 4))
    for value in ["1+2j", "1j", "-1j", "complex(0, -0.0)", "complex(-0.0, 1)", "complex(nan, inf)",
            "complex(1e20, 1e-5)", "1e200+1j"]:
        for form in ["repr(%s)", "abs(%s)", "hash(%s)" if "nan" not in value else "str(%s)", "(%s) ** 2",
                "(%s) ** -1", "(%s) ** 0.5", "(%s) / 2", "1 / (%s)", "(%s) * (%s)"]:
            yield Check(form.replace("%s", value))


def slices(_pythons):
    bounds = ["", "0", "1", "-1", "2", "-2", "9", "-9"]
    steps = ["", ":1", ":2", ":-1", ":-3", ":0"]
    for start, stop, step in itertools.product(bounds, bounds, steps):
        cut = "%s:%s%s" % (start, stop, step)
        for value in ["[0, 1, 2, 3, 4]", "'abcde'", "range(1, 20, 4)", "b'abcde'"]:
            yield Check("(%s)[%s]" % (value, cut))
        parts = [part or "None" for part in (cut + ":")[:len(cut) + (1 if not step else 0)].split(":")][:3]
        yield Check("slice(%s).indices(5)" % ", ".join(parts))
        for other in ["[7, 8]", "[]", "'xyz'", "s", "5"]:
            yield Check("setitem(s, slice(%s), %s)" % (", ".join(parts), other), self="[0, 1, 2, 3, 4]")
        yield Check("delitem(s, slice(%s))" % ", ".join(parts), self="[0, 1, 2, 3, 4]")
        yield Check("setitem(s, slice(%s), b'xy')" % ", ".join(parts), self="bytearray(b'abcde')")
        yield Check("delitem(s, slice(%s))" % ", ".join(parts), self="bytearray(b'abcde')")


def text(_pythons):
    samples = ["hello world", "Hello World", "HELLO", "\\xdfa\\u0130", "\\u01c6\\u01c5", "\\ufb01x", "\\u0391\\u03a3",
        "\\u03a3", "o'neil's 3rd", "a\\tb\\tc", "\\u0663\\xb2\\u2155", "\\u4e2d\\u6587", "e\\u0301", "\\U0001f600",
        " \\t\\n", "", "a,b,,c", "  x  y ", "a\\nb\\r\\nc\\rd\\x0be\\x1cf\\u2028g", "class", "_x1", "1x", "\\xb5m",
        "\\ud800", "\\x00\\x7f\\x80\\xad", "'", "\"'", "\\\\"]
    names = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split",
        "rsplit", "splitlines", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
        "isnumeric", "isprintable", "isspace", "istitle", "isupper", "expandtabs", "encode"]
    calls = ["split(',')", "split('l', 1)", "rsplit(',', 1)", "rsplit(None, 1)", "split(None, 1)", "split('')",
        "splitlines(True)", "expandtabs(4)", "expandtabs(0)", "center(12, '*')", "center(5)", "ljust(9, '.')",
        "rjust(9)", "zfill(8)", "partition('l')", "rpartition('o')", "partition('')", "strip('hdx ')", "lstrip('ab')",
        "rstrip('dc')", "replace('l', 'L')", "replace('', '-')", "replace('a', 'bb', 1)", "replace('', '-', 2)",
        "count('l')", "count('')", "find('o')", "rfind('o')", "index('q')", "rindex('q')", "find('')", "find('', 3)",
        "find('l', -4, -1)", "startswith('he')", "startswith(('a', 'H'))", "endswith('')", "endswith(('d', 3))",
        "startswith('l', 2)", "join('xy')", "join(['a', 1])", "join([])", "translate({97: None, 108: 'L', 111: 48})",
        "translate(str.maketrans('abc', 'xyz', 'l'))", "translate({'a': 'b'})", "encode('ascii', 'ignore')",
        "encode('ascii', 'replace')", "encode('ascii', 'xmlcharrefreplace')", "encode('ascii', 'backslashreplace')",
        "encode('latin-1')", "encode('utf-16')", "encode('utf-8', 'surrogatepass')", "encode('utf-16-le')",
        "encode('utf-32')", "encode('cp1252')", "encode('utf-8', 'surrogateescape')",
        "encode('ascii', 'namereplace')", "encode('idna')", "encode('x', 'y')", "removeprefix('he')",
        "removesuffix('ld')"]
    for sample in samples:
        for call in [name + "()" for name in names] + calls + ["__len__()", "__repr__()", "__iter__()",
                "__getitem__(0)", "__contains__('')"]:
            yield Check("'%s'.%s" % (sample.replace("'", "\\'") if "\\\\" != sample else sample, call))
    for call in ["str.maketrans('ab', 'c')", "str.maketrans('a', 'b', 3)", "str.maketrans({'ab': 1})",
            "str.maketrans(5)", "str.maketrans({1: 2, 'a': None})", "str.maketrans('ab', 'cd')", "str.upper(5)",
            "str(b'ab')", "str(b'\\xe9', 'latin-1')", "str(5, 'ascii')", "str(object=3)",
            "str(b'a', encoding='ascii')", "str(b'\\xff', 'ascii', 'ignore')", "'a' 'b' * 3",
            "ascii('\\xe9\\u6f22\\U0001f600\\'')", "chr(0x110000)", "chr(-1)", "ord('')", "ord('ab')", "ord(b'a')",
            "'%s' % '\\ud800'", "'a' < 'B'", "'\\xe9' > 'z'", "'abc'[1:2] is 'b'", "'a'.join('b')",
            "sorted('bAc', key=str.lower)", "max('abc')", "''.join(reversed('abc'))"]:
        yield Check(call)


def bytes_methods(_pythons):
    samples = ["b'hello world'", "b'Hello\\tX'", "b''", "b'\\x00\\xff'", "b'a,b,,c'", "b' x\\n'",
        "bytearray(b'hello World')", "bytearray()"]
    calls = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "strip()", "split()", "split(b',')",
        "rsplit(b'l', 1)", "splitlines()", "hex()", "hex(':')", "hex('-', 2)", "hex(b':', -2)", "decode()",
        "decode('ascii')", "decode('ascii', 'ignore')", "decode('utf-8', 'replace')", "decode('latin-1')",
        "decode('utf-16')", "decode('utf-8', 'backslashreplace')", "decode('utf-8', 'surrogateescape')",
        "decode('x')", "find(b'o')", "find(111)", "find('o')", "find(300)", "rfind(b'l')", "index(b'q')",
        "count(b'l')", "count(108)", "replace(b'l', b'LL')", "replace('l', b'')", "startswith(b'he')",
        "startswith('he')", "endswith((b'd', b'X'))", "join([b'a', b'b'])", "join(['a'])", "join([1])",
        "partition(b'l')", "rpartition(b'l')", "center(15, b'*')", "ljust(12)", "rjust(12, b'-')", "zfill(14)",
        "expandtabs(4)", "translate(bytes.maketrans(b'l', b'L'))", "translate(None, b'l')", "translate(b'ab')",
        "isalpha()", "isalnum()", "isdigit()", "isspace()", "isupper()", "islower()", "istitle()", "isascii()",
        "strip(b'hd')", "lstrip(b'h')", "rstrip(None)", "removeprefix(b'he')", "removesuffix(b'ld')", "append(65)",
        "append(256)", "append('a')", "extend(b'xy')", "extend([1, 2])", "extend('ab')", "extend([300])", "extend(5)",
        "insert(0, 65)", "pop()", "pop(0)", "pop(99)", "remove(104)", "remove(1)", "reverse()", "clear()", "copy()",
        "__getitem__(0)", "__contains__(104)", "__contains__(b'he')", "__contains__('a')", "__add__(b'x')",
        "__mul__(2)", "__iadd__(b'x')", "__setitem__(0, 65)", "__setitem__(0, 256)", "__delitem__(0)", "__iter__()",
        "__repr__()", "__str__()"]
    for sample, call in itertools.product(samples, calls):
        yield Check("s." + call, self=sample)
    for call in ["bytes(3)", "bytes(-1)", "bytes([1, 2])", "bytes([256])", "bytes('a')", "bytes('a', 'utf-8')",
            "bytes('\\xe9', 'ascii')", "bytes('\\xe9', 'ascii', 'ignore')", "bytes(['a'])", "bytes(1.5)",
            "bytes(None)", "bytes(b'a', 'ascii')", "bytes(source=b'x')", "bytes(encoding='ascii')",
            "bytes('a', errors='strict')", "bytes.fromhex('61 62')", "bytes.fromhex('6')", "bytes.fromhex('zz')",
            "bytes.fromhex('6 1')", "bytearray.fromhex('6162')", "bytearray(3)", "bytearray('a')",
            "bytearray('a', 'ascii')", "bytearray(-1)", "bytes(range(5))", "bytes(Num())", "bytes({1})",
            "bytes(iter([1]))", "bytearray(b'ab') == b'ab'", "b'ab' < b'b'", "b'a' == 'a'", "b'a' + 'a'",
            "'a' + b'a'", "b'ab'[0]", "b'ab'[0:1]", "b'ab' * -1", "list(b'ab')", "repr(b'\"\\'\\n\\\\\\x00')",
            "repr(b\"'\")", "str(b'a')", "hash(b'ab')", "hash(bytearray())", "{b'a': 1}[b'a']", "b'%d' % 5",
            "97 in b'a'", "bytes(bytearray(b'x'))", "bytearray(b'ab')[::-1]", "max(b'abc')", "sum(b'ab')",
            "sorted(b'ba')", "b''.join([])", "b'a,b'.split(',')"]:
        yield Check(call)


def hashes(_pythons):
    values = ["0", "1", "-1", "-2", "2**61 - 1", "2**61", "-2**61", "2**64", "10**30", "True", "0.5", "-0.5", "1.5",
        "1e20", "0.1", "1e300", "inf", "-inf", "-0.0", "5e-324", "1j", "1+2j", "''", "'a'", "'ab'", "'hello world'",
        "'abcdefgh'", "'\\xe9'", "'\\u6f22'", "'\\U0001f600'", "b''", "b'a'", "b'abcdefghij'", "()", "(1,)", "(1, 2)",
        "(1, (2, 3))", "('a', 1.5)", "frozenset()", "frozenset([1, 2])", "frozenset('ab')", "frozenset([(1, 2)])",
        "range(5)", "range(0)", "range(1)", "range(0, 10, 3)", "1.0"]
    for value in values:
        yield Check("hash(%s)" % value)
        yield Check("(%s).__hash__()" % value)
    for value in ["[]", "{}", "set()", "bytearray()", "([],)", "slice(1)", "{}.keys()", "(1, {})"]:
        yield Check("hash(%s) if not isinstance(%s, slice) else 0" % (value, value))
        yield Check("{%s: 1}" % value)
        yield Check("{%s}" % value)
    for value in ["{'b', 'a', 'c'}", "set('hello world')", "{3, 1, 2, 100, 50}", "set(range(20, 0, -1))",
            "{1.5, 2, 'x'}", "frozenset('python')", "{'apple', 'banana', 'cherry', 'date'}",
            "set('abcdefghijklmnop')", "{-1, -2, 0}", "{(1, 2), (3, 4), (0, 0)}"]:
        yield Check(value)
        yield Check("list(%s | {7, 'z'})" % value)
        yield Check("s.pop()", self=value)


def objects(_pythons):
    things = ["5", "'a'", "[]", "Thing", "Thing()", "Thing().method", "Thing.method", "func", "len", "int",
        "[].append", "int.__add__", "(1).__add__", "gen()", "None", "...", "type", "object", "property(len)",
        "staticmethod(len)", "classmethod(len)", "super(Thing, Thing())", "ValueError('x')", "ValueError",
        "fail(int, 'x')", "fail(int, 'x').__traceback__", "fail(int, 'x').__traceback__.tb_frame", "func.__code__",
        "(lambda x: x)", "Thing.__dict__", "{}.keys()", "range(3)", "slice(1)", "load_sys()", "list.append",
        "dict.fromkeys"]
    attributes = ["__class__", "__name__", "__qualname__", "__module__", "__dict__", "__doc__", "__self__",
        "__func__", "__bases__", "__base__", "__mro__", "__defaults__", "__kwdefaults__", "__closure__",
        "__annotations__", "__wrapped__", "__objclass__", "__slots__", "__weakref__", "gi_running", "gi_yieldfrom",
        "tb_lineno > 0", "tb_next", "f_lineno > 0", "f_back is None", "co_name", "co_argcount", "co_varnames",
        "co_kwonlyargcount", "co_posonlyargcount", "co_names", "co_freevars", "co_cellvars", "co_nlocals", "co_flags",
        "__text_signature__", "__flags__", "__basicsize__", "__itemsize__", "__dictoffset__", "__weakrefoffset__",
        "__call__", "__init__", "__new__", "__eq__", "__hash__", "__subclasses__", "fget", "__isabstractmethod__",
        "__thisclass__", "__self_class__", "args", "__cause__", "__suppress_context__", "__notes__", "nothing", "mro",
        "__code__.co_name", "__globals__ is globals()", "__builtins__ is None", "__type_params__",
        "__static_attributes__", "__firstlineno__"]
    for thing, name in itertools.product(things, attributes):
        if name == "__doc__":
            name = "__doc__ is None"
        if name in ("__dict__", "__call__", "__init__", "__new__", "__eq__", "__hash__", "__subclasses__"):
            yield Check("type(s.%s)" % name, self=thing)
        else:
            yield Check("s.%s" % name, self=thing)
    for thing in things:
        for call in ["setattr(s, 'x', 1)", "delattr(s, 'x')", "setattr(s, '__name__', 'n')",
                "setattr(s, '__doc__', 'd')", "delattr(s, '__doc__')", "setattr(s, '__class__', int)",
                "setattr(s, '__dict__', {'q': 1})", "delattr(s, '__name__')", "setattr(s, '__module__', 'm')",
                "type(vars(s))", "dir(s) == sorted(dir(s))", "callable(s)", "hasattr(s, '__call__')",
                "isinstance(s, object)", "isinstance(s, (int, type))", "issubclass(s, object)",
                "type(s) is s.__class__", "type(s).__name__", "repr(type(s))", "getattr(s, 'x', 7)",
                "setattr(s, 'real', 1)", "setattr(s, 'append', 1)", "s == s", "s != s", "s < s", "s is s", "repr(s)",
                "str(s)", "format(s)", "bool(s)", "s()", "s[0]", "len(s)", "iter(s)", "s + 1", "-s", "next(s)",
                "s(1)", "setattr(s, 5, 1)"]:
            if not (call == "setattr(s, 'x', 1)" and thing.startswith("load")):
                yield Check(call, self=thing)
    for call in ["isinstance(1, int | str)", "int | None", "int | str | int", "(int | None) == (None | int)",
            "list[int]", "dict[str, int]", "list[int]()", "type(list[int])", "tuple[int, ...]",
            "isinstance([], list[int])", "issubclass(bool, int | str)", "type(int | str)", "list[int].__origin__",
            "list[int].__args__", "(int | str).__args__", "int | 3", "None | None", "list[int] | None",
            "list[int] == list[int]", "type[int]", "set[int]", "int[str]", "str[int]", "type('A', (), {})",
            "type('A', (), {'x': 1}).x", "type('A', (int,), {})(5)", "type('A', (), {}).__mro__", "type(1, 2)",
            "type('A', 1, {})", "type('A', (), 1)", "type(1, (), {})", "type()", "type('A', (bool,), {})",
            "type('A', (int, str), {})", "type('A', (object, int), {})", "isinstance(1, 1)", "isinstance(1, (1,))",
            "isinstance(1, ())", "issubclass(1, int)", "issubclass(int, 1)", "super()", "super(int)",
            "super(int, 5).__init__()", "super(1, 2)", "super(int, 'a')", "super(int)", "object(1)", "Thing(1, 2)",
            "object.__new__(int)", "object.__new__()", "int.__new__(str)", "object().x", "callable(Thing)",
            "callable(Thing())", "vars(Thing())", "vars(5)", "vars([])", "dir(Thing())[-3:]", "input('prompt ')",
            "input()", "input(1, 2)", "[input(), input()]", "func.__defaults__", "func.__kwdefaults__",
            "func.__code__.co_varnames", "func()", "func(1, 2, 3, c=4, d=5)", "func(1, a=2)", "func(*5)", "func(**5)",
            "func(**{1: 2})", "gen().send(1)", "gen().throw(ValueError)", "gen().throw(ValueError('x'))",
            "gen().close()", "next(gen())", "list(gen())", "iter(5)", "iter(int, 0)",
            "list(iter(iter([1, 2, 3]).__next__, 2))", "next(iter([]))", "next(iter([]), 3)", "next([])",
            "sorted([1, 'a'])", "sorted([3, 1], reverse=1)", "sorted(5)", "sorted([1], 2)", "sorted([[2], [1]])",
            "min([])", "min(1, 'a')", "max([], default=None)", "max(1, 2, default=3)", "min('abc', key=5)",
            "sum(['a'])", "sum('ab', '')", "sum([b'a'], b'')", "sum([[1]], [])", "sum(5)",
            "list(zip([1], [1, 2], strict=True))", "list(zip([1, 2], [1], strict=True))", "list(zip([1], [2], x=1))",
            "list(zip())", "list(enumerate('ab', 5))", "list(enumerate('ab', 'x'))", "enumerate()",
            "list(reversed({'a': 1}))", "reversed({1})", "reversed(5)", "list(map(int))", "list(map(5, [1]))",
            "list(map(len, [1]))", "list(filter(None, [0, 1]))", "map()", "filter(1)", "all(5)", "any([])",
            "abs('a')", "len(5)", "print(1, 2, sep=', ')", "print(sep=1)", "print(1, foo=2)", "print('a', end='')",
            "repr(print())", "hash(int) == hash(int)", "id(5) == id(5)", "ascii('\\xe9')", "bin(1.5)", "chr('a')",
            "getattr(5, 'real')", "getattr(5, 'x', None)", "getattr()", "hasattr(5, 5)", "setattr(5, 'x', 1)",
            "delattr(5, 'real')", "setattr(Thing, 'kind', 2) or Thing.kind", "globals()['Thing'] is Thing",
            "locals() is not None", "__name__", "type(__builtins__).__name__", "slice(1, 2) == slice(1, 2)",
            "slice()", "slice(1, 2, 3, 4)", "range()", "range(1.5)", "range('a')", "range(1, 2, 0)", "range(5)[9]",
            "range(5)[1:3]", "range(5) == range(0, 5, 1)", "range(5).index(9)", "range(5).count(2)", "5 in range(10)",
            "'a' in range(3)", "len(range(10**20))", "range(3).start", "range(3).start.__class__", "len({}.keys())",
            "{'a': 1}.keys() & {'a'}", "{'a': 1}.items() - {('a', 1)}", "{'a': 1}.keys() == {'a'}",
            "dict([(1, 2), (3,)])", "dict([1])", "dict(5)", "dict(a=1, **{'b': 2})", "dict({'a': 1}, b=2)", "{}['x']",
            "{}.pop('x')", "{}.popitem()", "{'a': 1} | {'b': 2}", "{} < {}", "[].index(5)", "[].pop()",
            "[1].remove(2)", "[1, 2].index(2, 5)", "[[1, 2], [1]] < [[1, 2, 0]]", "(1, 2) + [3]", "() < (1, 'a')",
            "[1] * 'a'", "tuple(5)", "list(5)", "set(5)", "set([[]])", "frozenset([1]) | {2}", "{1} | frozenset([2])",
            "{1} | [2]", "{1}.union([2], (3,))", "{1} <= {1, 2}", "set().pop()", "{1}.remove(5)"]:
        yield Check(call)


def exceptions(pythons):
    program = ("import builtins, json; print(json.dumps([n for n in dir(builtins) if isinstance(getattr(builtins, n), type)" " and issubclass(getattr(builtins, n), BaseException)]))")
    calls = ["", "'m'", "'m', 2", "2, 'text'", "2, 'text', 'file'", "13, 'text', 'file', None, 'other'", "None",
        "('a',)", "'k', name='n'", "'utf-8', b'abc', 1, 2, 'why'", "'ascii', 'abc', 1, 3, 'why'",
        "'abc', 1, 2, 'why'", "'msg', ('file', 1, 2, 'text')", "'msg', [ValueError(1)]", "x=1", "1, 2, 3, 4"]
    shows = ["s.args", "str(s)", "repr(s)", "s.with_traceback(None) is s", "s.__cause__", "s.__notes__",
        "s.add_note('n')"]
    for name in ask(pythons, program):
        yield Check("%s.__mro__" % name)
        for call in calls:
            yield Check("%s(%s)" % (name, call))
            for show in shows if call in calls[:5] else shows[:2]:
                yield Check("(lambda s: %s)(%s(%s))" % (show, name, call))
    for name, call, attribute in [("StopIteration", "5, 6", "value"), ("StopIteration", "", "value"), ("SystemExit",
            "", "code"), ("SystemExit", "3", "code"), ("SystemExit", "1, 2", "code"), ("OSError", "2, 'a'", "errno"),
            ("OSError", "2, 'a', 'f'", "filename"), ("OSError", "2, 'a'", "strerror"), ("OSError", "'a'", "errno"),
            ("ImportError", "'a', name='n'", "name"), ("ImportError", "'a'", "msg"), ("ImportError", "'a', path='p'",
            "path"), ("SyntaxError", "'m', ('f', 1, 2, 't')", "lineno"), ("SyntaxError", "'m'", "msg"),
            ("SyntaxError", "", "msg"), ("KeyError", "'a'", "args"), ("UnicodeDecodeError",
            "'utf-8', b'abc', 1, 2, 'why'", "start"), ("UnicodeEncodeError", "'ascii', 'abc', 1, 3, 'why'", "object"),
            ("NameError", "'m', name='n'", "name"), ("AttributeError", "'m', name='n', obj=3", "obj"), ("ValueError",
            "1", "message")]:
        yield Check("%s(%s).%s" % (name, call, attribute))
    for call in ["setattr(s, 'args', (1, 2)) or s", "setattr(s, 'args', 5)", "delattr(s, 'args')",
            "setattr(s, '__cause__', 5)", "setattr(s, '__context__', KeyError()) or s.__context__",
            "setattr(s, '__suppress_context__', True)", "setattr(s, '__traceback__', 5)", "s.with_traceback(5)",
            "setattr(s, 'x', 1) or s.x", "s.add_note(5)", "s.__dict__", "s == ValueError('a')", "hash(s) == hash(s)",
            "s.__reduce__()", "s.__setstate__({'y': 1})", "s.__init__(1, 2) or s", "s.__class__",
            "setattr(s, '__cause__', KeyError()) or s.__suppress_context__"]:
        yield Check(call, self="ValueError('a')")
    for call in ["int, 'x'", "int, None", "float, 'x'", "len, 5", "ord, 'ab'", "getattr, 5, 'x'", "[].pop",
            "{}.pop, 1", "{}.__getitem__, (1, 2)", "next, iter([])", "iter, 5", "abs, 'a'", "sum, 5",
            "sorted, [1, 'a']", "divmod, 1, 0", "'a'.index, 'b'", "[].index, 1", "[].remove, 1", "chr, -1",
            "range, 1, 2, 0", "bytes, 'a'", "'a'.encode, 'x'", "b'\\xff'.decode", "'\\xe9'.encode, 'ascii'",
            "round, 'a'", "hash, []", "open", "int.from_bytes, 5, 'big'", "func", "Thing, 1, 2", "object, 1",
            "set().remove, 3", "dict, [1]", "zip, 5", "map, 5", "enumerate, 5", "str.join, 'a', [1]", "'{}'.format",
            "'{a}'.format", "'%d'.__mod__, 'a'", "float('inf').__int__", "nan.__int__"]:
        if call != "open":
            for show in ["s", "s.args", "str(s)", "type(s.__traceback__).__name__", "s.__context__"]:
                yield Check("(lambda s: %s)(fail(%s))" % (show, call))


TOPICS = {"dir": dirs, "operators": operators, "unary": unary, "subscripts": subscripts, "methods": methods,
    "functions": functions, "format": format_values, "percent": percent, "fields": fields, "parse": parse,
    "numbers": numbers, "slices": slices, "text": text, "bytes": bytes_methods, "hash": hashes, "objects": objects,
    "exceptions": exceptions}


def checks_of(topic, pythons):
    return list(TOPICS[topic](list(pythons)))
