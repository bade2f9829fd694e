class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees
    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, value):
        self._degrees = (value - 32) * 5 / 9
    @staticmethod
    def parse(text):
        return Celsius(float(text))
    @classmethod
    def zero(cls):
        return cls(0)
c = Celsius(100)
f = c.fahrenheit
c.fahrenheit = 32
z = Celsius.zero()
p = Celsius.parse('36.6')
m = Celsius.zero
s = c.parse
del c
q = m()
print(f, z._degrees, p._degrees, q.fahrenheit)
