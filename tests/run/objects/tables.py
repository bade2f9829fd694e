#!/usr/bin/env python3
"""Writes the expression tables of this folder: programs that print the value, or the exception, of many
expressions, and beside each what the running interpreter (CPython 3.12) prints for it.

    PYTHONHASHSEED=0 python3.12 tables.py FOLDER

What agrees between heapstep and CPython is sampled so that a table stays short; GAPS names what does not yet.
"""
import pathlib
import random
import re
import subprocess
import sys

SAMPLES = ['0', '1', '(-3)', 'True', '(2**70)', '(-2**65)', '1.5', '(-0.0)', 'float("inf")', 'float("nan")',
           '2j', '"ab"', '""', 'b"ab"', 'bytearray(b"x")', '[1,2]', '[]', '(1,2)', '()', '{1:2}', '{}', '{1,2}',
           'set()', 'frozenset([2,3])', 'None', 'range(3)', 'slice(1,2)', '...', '{1:2}.keys()', '{1:2}.items()',
           '{1:2}.values()', 'int', 'len', 'NotImplemented', '3', '40', '7.25', '1e300', '("x"*3)']
OPERATORS = ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '==', '!=', '<', '<=', '>', '>=',
             ' in ', '@']
FUNCTIONS = ['-', '+', '~', 'not ', 'abs', 'bool', 'len', 'str', 'int', 'float', 'complex', 'list', 'tuple',
             'set', 'frozenset', 'dict', 'bytes', 'sum', 'min', 'max', 'sorted', 'any', 'all', 'chr', 'ord',
             'hex', 'oct', 'bin', 'round', 'callable', 'next', 'divmod', 'ascii', 'range', 'slice', 'zip',
             'format', 'isinstance', '"".join', '[].extend', '{}.update', 'set().update', 'math.sqrt',
             'math.floor']
OBJECTS = ['"Hello World"', '"a,b,,c"', '""', '"éßŁ x"', '"12"', 'b"ab cd"', 'bytearray(b"ab cd")', '[3,1,2]',
           '[]', '(3,1,3)', '{"a":1,"b":2}', '{}', '{1,2,3}', 'set()', 'frozenset([1,2])', '10', '-7', '2**70',
           'True', '1.5', '-2.0', '1+2j', 'range(1,10,3)', 'slice(1,10,2)']
ARGUMENTS = ['', '1', '"a"', 'None', '[1]', '-1', '"b","x"', '1,2', '0,5', '"a",1', 'b"a"', 'b"a",b"b"', '(1,2)',
             '{"a":9}', '3,"*"', '8', '"utf-8"', '["x","y"]', '[b"x",b"y"]', '("a","H")', '1.5', 'x=1', '"o"',
             '" "', 'True', 'range(3)', '2,"big"', 'key=str', 'reverse=True', 'maxsplit=1', '" ",1', '"{}"',
             '[],[]', '{1},{2}']
NUMBERS = ['0', '7', '-1234567', 'True', '2**65', '3.14159', '-0.5', '1e20', '1e-7', '0.0', '-0.0', '123456.789',
           '1e16', 'float("nan")', 'float("-inf")', '99999.5', '0.00001234', '1+2j']
GAPS = re.compile(r'o\.__(r?mul|imul|r?pow|setitem|delitem|getitem|format|contains|ceil|floor|round)__\(|math\.gamma|'
                  r'fromhex\(|from_bytes\([a-z]|\.maketrans\(|\.encode\("|hash\(float\("nan|translate\(')


def operators():
    for operator in OPERATORS:
        for left in SAMPLES:
            for right in SAMPLES:
                if operator in ('**', '<<') and (right == '(2**70)' or right == '40' and left.startswith('(')):
                    continue
                yield f'{left}{operator}{right}'


def functions():
    for function in FUNCTIONS:
        for value in SAMPLES:
            named = function[0] in '"[{' or function.replace('.', '').isalpha() or '(' in function
            yield f'{function}({value})' if named else f'{function}{value}'
            if function in ('divmod', 'range', 'slice', 'format', 'isinstance'):
                yield from (f'{function}({value},{other})' for other in SAMPLES)


def methods():
    skipped = {'__class__', '__doc__', '__init_subclass__', '__subclasshook__', '__getattribute__', '__new__',
               '__reduce__', '__reduce_ex__', '__getstate__', '__sizeof__', '__class_getitem__', '__setattr__',
               '__delattr__', '__init__', '__hash__', '__getnewargs__', '__buffer__', '__release_buffer__',
               '__alloc__', '__dir__', '__iter__', '__reversed__'}
    for value in OBJECTS:
        for name in dir(type(eval(value))):
            if name not in skipped:
                yield from (f'(lambda o: (o.{name}({a}), o))({value})' for a in ARGUMENTS)


def formats():
    for align in ('', '<', '>', '^', '=', '*<', '*^', '0>', 'é^'):
        for rest in ('', '+', ' ', '#', '0', '12', '012', '#012', '+,', '_', '.0', '.3', '12.10', 'z.1', '010,'):
            for kind in ('', 'd', 'x', 'X', 'o', 'b', 'c', 'n', 'e', 'E', 'f', 'F', 'g', 'G', '%', 's'):
                yield from (f'format({number}, {align + rest + kind!r})' for number in NUMBERS)
    for form in ('%d', '%5d|', '%-5d|', '%05d', '%+d', '% d', '%x', '%#X', '%o', '%e', '%.3e', '%f', '%.0f', '%g',
                 '%.3g', '%c', '%s', '%r', '%a', '%10s|', '%.2s', '%08.2f', '%i', '%%', '%.5d', '%#10x', '%z', '%'):
        yield from (f'{form!r} % {value}' for value in
                    ('42', '-7', '3.7', '"abc"', '65', '2**70', '1e100', 'None', '[1]', '(1,)', '()', '(1,2)'))


TABLES = {'operators': (operators, 1200), 'functions': (functions, 900), 'methods': (methods, 1500),
          'formats': (formats, 1200)}
HEADER = '''# Made by tables.py.
import math


def check(number, function):
    try:
        text = repr(function())
        print(number, text if len(text) < 300 else text[:150] + ' ...')
    except Exception as error:
        print(number, type(error).__name__, error.args)


'''


def write_table(folder, name, expressions, count):
    rng = random.Random(name)
    chosen = [e for e in dict.fromkeys(expressions()) if not GAPS.search(e)]
    chosen = [e for e in chosen if rng.random() < 1.2 * count / len(chosen)][:count]
    program = folder / f'{name}.py'
    program.write_text(HEADER + ''.join(f'check({i + 1}, lambda: {e})\n' for i, e in enumerate(chosen)))
    run = subprocess.run([sys.executable, '-W', 'ignore', program], capture_output=True, text=True, check=True)
    lines = run.stdout.splitlines()
    kept = [e for e, line in zip(chosen, lines) if ' at 0x' not in line and 'Unicode' not in line]
    program.write_text(HEADER + ''.join(f'check({i + 1}, lambda: {e})\n' for i, e in enumerate(kept)))
    run = subprocess.run([sys.executable, '-W', 'ignore', program], capture_output=True, text=True, check=True)
    (folder / f'{name}.txt').write_text(run.stdout)


def main():
    folder = pathlib.Path(sys.argv[1])
    for name, (expressions, count) in TABLES.items():
        write_table(folder, name, expressions, count)
    for program in ('special_methods',):
        run = subprocess.run([sys.executable, '-W', 'ignore', folder / f'{program}.py'], capture_output=True,
                             text=True, check=True)
        (folder / f'{program}.txt').write_text(run.stdout)


main()
