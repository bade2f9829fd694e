"""What `from __future__ import …` may name: the release it came with, and the one it became the rule in."""

import sys

all_feature_names = ['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function',
                     'unicode_literals', 'barry_as_FLUFL', 'generator_stop']


class _Feature:
    def __init__(self, optional, mandatory, compiler_flag):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return '_Feature' + repr((self.optional, self.mandatory, self.compiler_flag))


_SHIFT = 4 if sys.version_info >= (3, 8) else 0

nested_scopes = _Feature((2, 1, 0, 'beta', 1), (2, 2, 0, 'alpha', 0), 0x10)
generators = _Feature((2, 2, 0, 'alpha', 1), (2, 3, 0, 'final', 0), 0)
division = _Feature((2, 2, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x2000 << _SHIFT)
absolute_import = _Feature((2, 5, 0, 'alpha', 1), (3, 0, 0, 'alpha', 0), 0x4000 << _SHIFT)
with_statement = _Feature((2, 5, 0, 'alpha', 1), (2, 6, 0, 'alpha', 0), 0x8000 << _SHIFT)
print_function = _Feature((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x10000 << _SHIFT)
unicode_literals = _Feature((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 0x20000 << _SHIFT)
barry_as_FLUFL = _Feature((3, 1, 0, 'alpha', 2), (4, 0, 0, 'alpha', 0), 0x40000 << _SHIFT)
generator_stop = _Feature((3, 5, 0, 'beta', 1), (3, 7, 0, 'alpha', 0), 0x80000 << _SHIFT)
if sys.version_info >= (3, 7):
    _LATER = None if sys.version_info >= (3, 11) else (3, 11, 0, 'alpha', 0) if sys.version_info >= (3, 10) else \
        (3, 10, 0, 'alpha', 0) if sys.version_info >= (3, 8) else (4, 0, 0, 'alpha', 0)
    annotations = _Feature((3, 7, 0, 'beta', 1), _LATER, 0x100000 << _SHIFT)
    all_feature_names.append('annotations')

__all__ = ['all_feature_names'] + all_feature_names
