"""The words that are no names."""

import sys

__all__ = ['iskeyword', 'kwlist']

kwlist = ['False', 'None', 'True', 'and', 'as', 'assert', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else',
          'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or',
          'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']
if sys.version_info >= (3, 7):
    kwlist += ['async', 'await']
    kwlist.sort()

iskeyword = frozenset(kwlist).__contains__

if sys.version_info >= (3, 9):
    softkwlist = []
    if sys.version_info >= (3, 10):
        softkwlist = ['_', 'case', 'match']
    if sys.version_info >= (3, 12):
        softkwlist = ['_', 'case', 'match', 'type']
    issoftkeyword = frozenset(softkwlist).__contains__
    __all__ += ['issoftkeyword', 'softkwlist']
