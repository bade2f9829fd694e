"""The corners of % formatting, and of the methods that make numbers."""
import math


class OnlyFloat:
    def __float__(self): return 2.5


class OnlyInt:
    def __int__(self): return 7


class OnlyIndex:
    def __index__(self): return 9


class OnlyTrunc:
    def __trunc__(self): return 4


class BadInt:
    def __int__(self): return 'x'


class BadFloat:
    def __float__(self): return 'x'


class Raises:
    def __int__(self): raise ValueError('no int')
    def __float__(self): raise ValueError('no float')


class RaisesT:
    def __int__(self): raise TypeError('no int')
    def __float__(self): raise TypeError('no float')


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ':', error)


show(lambda: '%-8%' % ())
show(lambda: '%-8%' % 5)
show(lambda: '%5%' % (1,))
show(lambda: '%(a)%' % {'a': 1})
show(lambda: '%-%%' % 3)
show(lambda: b'%-8%' % ())
show(lambda: b'%5%' % (1,))
show(lambda: '%d' % 'a')
show(lambda: '%i' % None)
show(lambda: '%u' % [1])
show(lambda: '%x' % 'a')
show(lambda: '%x' % 1.5)
show(lambda: '%o' % 2.0)
show(lambda: b'%d' % 'a')
show(lambda: b'%x' % 'a')
show(lambda: b'%x' % 1.5)
show(lambda: b'%f' % 'a')
show(lambda: '%f' % 'a')
show(lambda: '%e' % None)
show(lambda: '%d' % 1j)
show(lambda: '%f' % 1j)
show(lambda: b'%d' % 1j)
show(lambda: b'%f' % 1j)
show(lambda: '%x' % 1j)
show(lambda: '%d' % OnlyFloat())
show(lambda: '%d' % OnlyInt())
show(lambda: '%d' % OnlyIndex())
show(lambda: '%d' % BadInt())
show(lambda: '%d' % Raises())
show(lambda: '%d' % RaisesT())
show(lambda: '%d' % float('nan'))
show(lambda: '%d' % float('inf'))
show(lambda: '%d' % 1e30)
show(lambda: '%x' % OnlyFloat())
show(lambda: '%x' % OnlyInt())
show(lambda: '%x' % OnlyIndex())
show(lambda: '%f' % OnlyFloat())
show(lambda: '%f' % OnlyInt())
show(lambda: '%f' % OnlyIndex())
show(lambda: '%f' % BadFloat())
show(lambda: '%f' % Raises())
show(lambda: '%f' % RaisesT())
show(lambda: '%f' % 10**400)
show(lambda: '%f' % (10**400))
show(lambda: '%c' % 1.5)
show(lambda: '%c' % 'ab')
show(lambda: '%c' % None)
show(lambda: '%c' % OnlyIndex())
show(lambda: '%c' % OnlyInt())
show(lambda: '%c' % -1)
show(lambda: '%c' % 10**30)
show(lambda: '%c' % (10**30))
show(lambda: b'%c' % 256)
show(lambda: b'%c' % 'a')
show(lambda: b'%c' % b'ab')
show(lambda: b'%s' % 'a')
show(lambda: b'%s' % 5)
show(lambda: b'%z' % 5)
show(lambda: b'%b' % None)
show(lambda: '%b' % 5)
show(lambda: '%y' % 5)
show(lambda: '%é' % 5)
show(lambda: '%\x01' % 5)
show(lambda: '%s %é' % (1, 2))
show(lambda: '%(a)s %s' % {'a': 1})
show(lambda: '%s %(a)s' % (1, 2))
show(lambda: '%s' % ())
show(lambda: '%*d' % (2.5, 3))
show(lambda: '%*d' % (10**30, 3))
show(lambda: '%.*f' % (10**30, 3))
show(lambda: '%99999999999999999999d' % 3)
show(lambda: '%.99999999999999999999d' % 3)
show(lambda: '%#.3d' % 5)
show(lambda: '%+.3x' % 255)
show(lambda: '%#X' % 255)
show(lambda: '%#o' % 0)
show(lambda: '%#x' % 0)
show(lambda: '%#b' % 5)
show(lambda: '% 5d|%-+5d|%+05d' % (3, 4, 5))
show(lambda: '%05s|%-05s|%+s' % ('a', 'b', 'c'))
show(lambda: '%.0f %.0f %.0f' % (0.5, 1.5, 2.5))
show(lambda: '%5.1e|%-10.3g|%010.2f|%+.1f' % (12345.678, 0.00001234, -3.14159, 2.25))
show(lambda: '%g %g %g %g' % (1e5, 1e6, 1e-4, 1e-5))
show(lambda: '%#g %#.0e %#.0f' % (1.0, 1.0, 1.0))
show(lambda: '%f %F %e %E %g %G' % ((float('inf'),) * 6))
show(lambda: '%05f|%5f|%-5f|%+f' % ((float('nan'),) * 4))
show(lambda: '%r %a %s' % ('\u00e9\n', '\u00e9\n', '\u00e9'))
show(lambda: '%.3r|%10.2a|%-6.1s|' % ('abcdef', 'xyz', 'q'))
show(lambda: '%d %s' % (1,))
show(lambda: '%d' % (1, 2))
show(lambda: '%s %s' % 'ab')
show(lambda: 'a%' % ())
show(lambda: '%(' % {})
show(lambda: '%(a' % {'a': 1})
show(lambda: '%(a)' % {'a': 1})
show(lambda: '%()d' % {'': 3})
show(lambda: '%(a(b)c)s' % {'a(b)c': 1})
show(lambda: '%(a)s' % [1])
show(lambda: '%(a)s' % 'x')
show(lambda: '%(a)s' % None)
show(lambda: '%(0)s' % [5])
show(lambda: '%s' % {'a': 1})
show(lambda: 'x' % {'a': 1})
show(lambda: 'x' % [1])
show(lambda: 'x' % 5)
show(lambda: 'x' % '')
show(lambda: 'x' % ())
show(lambda: 'x' % None)
show(lambda: '%ld %hd %Lf %lld' % (1, 2, 3, 4))
show(lambda: ('%d' % True, '%s' % True, '%x' % True, '%f' % True))
show(lambda: ('%s' % b'x', '%s' % None, '%s' % ..., '%s' % (int,)))
show(lambda: ('%i' % 3.99, '%i' % -3.99, '%d' % 1e15))
show(lambda: '%5%' % ())
show(lambda: '%' % ())
show(lambda: '%' % (1,))
show(lambda: '%%%' % ())
show(lambda: '%%' % (1,))
show(lambda: '%%s' % ())
show(lambda: '%s%%' % 50)
show(lambda: math.sqrt(1j))
show(lambda: math.sqrt(OnlyIndex()))
show(lambda: float(OnlyIndex()))
show(lambda: float(OnlyFloat()))
show(lambda: float(BadFloat()))
show(lambda: float(Raises()))
show(lambda: int(OnlyFloat()))
show(lambda: int(BadInt()))
show(lambda: math.floor(OnlyFloat()))
show(lambda: math.floor(OnlyIndex()))
show(lambda: math.sqrt(BadFloat()))
show(lambda: complex(OnlyFloat()))
show(lambda: complex(BadFloat()))
show(lambda: complex(Raises()))
show(lambda: math.fsum([OnlyIndex()]))
show(lambda: math.hypot(OnlyFloat(), 1))
