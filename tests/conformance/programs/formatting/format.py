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


inf = float("inf")

show("format(1.5e-7, ' ,b')", lambda: format(1.5e-7, ' ,b'))
show("format(1+2j, ' <5')", lambda: format(1+2j, ' <5'))
show("format(0.1, '+8')", lambda: format(0.1, '+8'))
show("format(0.1, '-8X')", lambda: format(0.1, '-8X'))
show("format(10**18, '+.3q')", lambda: format(10**18, '+.3q'))
show("format(Thing(), ' ,E')", lambda: format(Thing(), ' ,E'))
show("format(True, '+.3G')", lambda: format(True, '+.3G'))
show("format(123456789.125, '.3G')", lambda: format(123456789.125, '.3G'))
show("format(inf, '8')", lambda: format(inf, '8'))
show("format(1.5e-7, ' ,%')", lambda: format(1.5e-7, ' ,%'))
show("format(123456789.125, '-10.2')", lambda: format(123456789.125, '-10.2'))
show("format('\\xe9\\u6f22', '+8s')", lambda: format('\xe9\u6f22', '+8s'))
show("format(1+2j, '08b')", lambda: format(1+2j, '08b'))
show("format(1e300, '.3o')", lambda: format(1e300, '.3o'))
show("format(100.0, 'x>')", lambda: format(100.0, 'x>'))
show("format(1e10, '<012,.2')", lambda: format(1e10, '<012,.2'))
show("format('text', 'G')", lambda: format('text', 'G'))
show("format(1e16, '+.3s')", lambda: format(1e16, '+.3s'))
show("format('', '-08G')", lambda: format('', '-08G'))
show("format(None, '-.3G')", lambda: format(None, '-.3G'))
show("format(-42, ' 10.2b')", lambda: format(-42, ' 10.2b'))
show("format(10**18, '.3d')", lambda: format(10**18, '.3d'))
show("format(1e10, ' 8x')", lambda: format(1e10, ' 8x'))
show("format(-2.5, '.3o')", lambda: format(-2.5, '.3o'))
show("format(1e10, ' ,d')", lambda: format(1e10, ' ,d'))
show("format(-42, 'x>.2')", lambda: format(-42, 'x>.2'))
show("format([1], '0=10')", lambda: format([1], '0=10'))
show("format(-2.5, '^8,')", lambda: format(-2.5, '^8,'))
show("format(inf, '+c')", lambda: format(inf, '+c'))
show("format(True, '*<012,.2')", lambda: format(True, '*<012,.2'))
show("format(1234567, 'G')", lambda: format(1234567, 'G'))
show("format(-0.5j, 'x>10')", lambda: format(-0.5j, 'x>10'))
show("format(1e300, '0=12.3')", lambda: format(1e300, '0=12.3'))
show("format(3.14159, ' 8G')", lambda: format(3.14159, ' 8G'))
show("format('text', '0=.10')", lambda: format('text', '0=.10'))
show("format(1e10, '<.10')", lambda: format(1e10, '<.10'))
show("format([1], '010')", lambda: format([1], '010'))
show("format(inf, '-10.2c')", lambda: format(inf, '-10.2c'))
show("format(Thing(), '1.2.3')", lambda: format(Thing(), '1.2.3'))
show("format(123456789.125, '.3n')", lambda: format(123456789.125, '.3n'))
show("format(1+2j, '+08c')", lambda: format(1+2j, '+08c'))
show("format(10**18, ' d')", lambda: format(10**18, ' d'))
show("format(1e16, '10.2d')", lambda: format(1e16, '10.2d'))
show("format(3.14159, '+.3')", lambda: format(3.14159, '+.3'))
show("format(None, '-10.2d')", lambda: format(None, '-10.2d'))
show("format(inf, 'z')", lambda: format(inf, 'z'))
show("format(0.0, '^.0')", lambda: format(0.0, '^.0'))
show("format(inf, '-E')", lambda: format(inf, '-E'))
show("format(1e300, '*<,')", lambda: format(1e300, '*<,'))
show("format(True, '+.3F')", lambda: format(True, '+.3F'))
show("format(123456789.125, '>,')", lambda: format(123456789.125, '>,'))
show("format(True, '10.2o')", lambda: format(True, '10.2o'))
show("format(7, '-b')", lambda: format(7, '-b'))
show("format(1+2j, '+8n')", lambda: format(1+2j, '+8n'))
show("format(0.1, '+10.2E')", lambda: format(0.1, '+10.2E'))
show("format(100.0, ' 08c')", lambda: format(100.0, ' 08c'))
show("format(1234567, '*<1')", lambda: format(1234567, '*<1'))
show("format(1e10, '10.2d')", lambda: format(1e10, '10.2d'))
show("format(0.1, ' .3x')", lambda: format(0.1, ' .3x'))
show("format(1+2j, '+08f')", lambda: format(1+2j, '+08f'))
show("format(1+2j, ' 8f')", lambda: format(1+2j, ' 8f'))
show("format('', '*^.0')", lambda: format('', '*^.0'))
show("format(7, 'q')", lambda: format(7, 'q'))
show("format('text', 'q')", lambda: format('text', 'q'))
show("format(123456789.125, '<10.4')", lambda: format(123456789.125, '<10.4'))
show("format(0, '.3n')", lambda: format(0, '.3n'))
show("format(None, '<012,.2')", lambda: format(None, '<012,.2'))
show("format(0, '^.2')", lambda: format(0, '^.2'))
show("format(3.14159, ' <5')", lambda: format(3.14159, ' <5'))
show("format('text', '-8o')", lambda: format('text', '-8o'))
