# Standard output has no lone surrogates; standard error shows them by escapes.
import sys


def attempt(action):
    try:
        print(action())
    except UnicodeEncodeError as error:
        print(type(error).__name__, ascii(str(error)))


attempt(lambda: print('before', 'a\ud800b', 'after'))
print()
attempt(lambda: 'no \udfff')
attempt(lambda: '\ud7ff and \ue000 are characters')
attempt(lambda: sys.stdout.write('\udc80'))
raise ValueError('shown \udc80')
