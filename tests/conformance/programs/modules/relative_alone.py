"""Relative imports of a program that is in no package."""


def tell(action):
    try:
        print(action())
    except (ImportError, ValueError) as error:
        print(type(error).__name__, error)


def one_dot():
    from . import missing
    return missing


def own_name():
    from . import tell as same
    return same is tell


def below():
    from .missing import name
    return name


def two_dots():
    from .. import missing
    return missing


for action in one_dot, below, two_dots:
    tell(action)
try:
    print(own_name())
except ImportError as error:
    print(error)
