# Until 3.9 complex had __int__, __float__, __mod__ and the like, only to refuse.
import math


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Own(complex):
    pass


for name in ('__int__', '__float__', '__mod__', '__rmod__', '__divmod__', '__floordiv__', '__rfloordiv__'):
    print(name, hasattr(1j, name))
    attempt(lambda: getattr(1j, name)(1))
    attempt(lambda: getattr(1j, name)())
for value in (1j, Own(2)):
    for convert in (int, float, math.sqrt, math.floor, math.isnan, math.fsum, lambda x: math.pow(x, 2),
                    lambda x: math.fsum([x]), lambda x: x % 2, lambda x: 2 // x, lambda x: 'a' // x,
                    lambda x: divmod(x, 1), lambda x: divmod('a', x)):
        attempt(lambda: convert(value))
for letter in 'diuxfgc':
    for value in ('ab', 1j, None, [], 2.5, b''):
        attempt(lambda: ('%' + letter) % (value,))
        attempt(lambda: (b'%' + letter.encode()) % (value,))
