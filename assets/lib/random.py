"""Random numbers: the generator is _random's, everything drawn from it is here.

Seeded sequences agree with CPython's of the same version, so the number and order of draws
in each function are part of what it does.
"""

import _random
import sys
from _sha512 import digest as _sha512
from bisect import bisect as _bisect
from math import (acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs,
                  floor as _floor, lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi,
                  sin as _sin, sqrt as _sqrt)
from operator import index as _index

_VERSION = sys.version_info[:2]
_TWO_PI = 2.0 * _pi
_FLOAT_BITS = 53
_NORMAL = 4 * _exp(-0.5) / _sqrt(2.0)
_LOG4 = _log(4.0)
_GAMMA = 1.0 + _log(4.5)
_NOT_GIVEN = 1  # the default step of randrange, told apart by identity

__all__ = ['Random', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss', 'getrandbits',
           'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randint', 'random', 'randrange', 'sample',
           'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate']


def _accumulate(values):
    sums = []
    for value in values:
        sums.append(sums[-1] + value if sums else value)
    return sums


def _is_set(population):
    return isinstance(population, (set, frozenset))


def _is_sequence(population):
    return hasattr(population, '__getitem__') and not isinstance(population, dict)


def _whole(value, name):
    """An argument of randrange as an int; up to 3.11 whole floats are taken."""
    if _VERSION >= (3, 12):
        return _index(value)
    if _VERSION >= (3, 10):
        try:
            return _index(value)
        except TypeError:
            pass
    result = int(value)
    if result != value:
        raise ValueError('non-integer %s for randrange()' % name)
    return result


class Random(_random.Random):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, **kwargs):
        for base in cls.__mro__:
            if '_randbelow' in base.__dict__:
                break
            if 'getrandbits' in base.__dict__:
                cls._randbelow = cls._below_by_bits
                break
            if 'random' in base.__dict__:
                cls._randbelow = cls._below_by_floats
                break

    def seed(self, a=None, version=2):
        if version == 1 and isinstance(a, (str, bytes)):
            a = _old_hash(a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            if _VERSION < (3, 9):
                a += _sha512(a)  # in place: a bytearray of the caller's grows
            else:
                a = a + _sha512(a)
            a = int.from_bytes(a, 'big')
        elif _VERSION >= (3, 11) and not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            if _VERSION >= (3, 13):
                raise TypeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version != 3:
            raise ValueError('state with version %s passed to Random.setstate() of version %s'
                             % (version, self.VERSION))
        self.gauss_next = state[2]
        super().setstate(state[1])

    # --- whole numbers ---

    def _below_by_bits(self, n):
        if n == 0:
            if _VERSION < (3, 9):
                raise ValueError('number of bits must be greater than zero')
            return 0
        bits = n.bit_length()
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    def _below_by_floats(self, n):
        most = 1 << _FLOAT_BITS
        if n >= most:
            return _floor(self.random() * n)
        if n == 0:
            if _VERSION < (3, 9):
                raise ValueError('Boundary cannot be zero')
            return 0
        limit = (most - most % n) / most
        drawn = self.random()
        while drawn >= limit:
            drawn = self.random()
        return _floor(drawn * most) % n

    _randbelow = _below_by_bits

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    if _VERSION < (3, 9):
        del randbytes

    def randrange(self, start, stop=None, step=_NOT_GIVEN):
        first = _whole(start, 'arg 1')
        if stop is None:
            if step is not _NOT_GIVEN and _VERSION >= (3, 10):
                raise TypeError('Missing a non-None stop argument')
            if first > 0:
                return self._randbelow(first)
            raise ValueError('empty range for randrange()')
        last = _whole(stop, 'stop')
        width = last - first
        by = _whole(step, 'step')
        if by == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(_empty_range(start, stop, first, last, width))
        if by == 0:
            raise ValueError('zero step for randrange()')
        count = (width + by - 1) // by if by > 0 else (width + by + 1) // by
        if count <= 0:
            if _VERSION >= (3, 12):
                raise ValueError('empty range in randrange(%s, %s, %s)' % (start, stop, step))
            raise ValueError('empty range for randrange()')
        return first + by * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    # --- sequences ---

    def choice(self, seq):
        if _VERSION < (3, 9) and not len(seq):
            try:
                raise ValueError('number of bits must be greater than zero')
            except ValueError:
                raise IndexError('Cannot choose from an empty sequence') from None
        if _VERSION >= (3, 11) and not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    if _VERSION < (3, 11):
        def shuffle(self, x, random=None):
            for i in range(len(x) - 1, 0, -1):
                j = self._randbelow(i + 1) if random is None else int(random() * (i + 1))
                x[i], x[j] = x[j], x[i]
    else:
        def shuffle(self, x):
            for i in range(len(x) - 1, 0, -1):
                j = self._randbelow(i + 1)
                x[i], x[j] = x[j], x[i]

    def _sample(self, population, k):
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        result = [None] * k
        small = 21
        if k > 5:
            small += 4 ** _ceil(_log(k * 3, 4))
        if n <= small:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        taken = set()
        for i in range(k):
            j = self._randbelow(n)
            while j in taken:
                j = self._randbelow(n)
            taken.add(j)
            result[i] = population[j]
        return result

    def _sample_counted(self, population, k, counts):
        ends = _accumulate(counts)
        if len(ends) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = ends.pop() if ends else 0
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total < 0 or (total == 0 and _VERSION < (3, 13)):
            raise ValueError('Total of counts must be greater than zero' if _VERSION < (3, 12)
                             else 'Counts must be non-negative' if total < 0
                             else 'Total of counts must be greater than zero')
        return [population[_bisect(ends, place)] for place in self._sample(range(total), k)]

    def _check_population(self, population):
        if _is_set(population):
            if _VERSION >= (3, 11):
                raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
            return tuple(population)
        if not _is_sequence(population):
            if _VERSION < (3, 9):
                raise TypeError('Population must be a sequence or set.  For dicts, use list(d).')
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        return population

    if _VERSION < (3, 9):
        def sample(self, population, k):
            return self._sample(self._check_population(population), k)
    else:
        def sample(self, population, k, *, counts=None):
            population = self._check_population(population)
            if counts is not None:
                return self._sample_counted(population, k, counts)
            return self._sample(population, k)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                if _VERSION < (3, 9):
                    return [population[int(self.random() * n)] for _ in range(k)]
                n += 0.0
                return [population[_floor(self.random() * n)] for _ in range(k)]
            cum_weights = self._add_up(weights, k)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0 if _VERSION >= (3, 7) else cum_weights[-1]
        if _VERSION >= (3, 9):
            if total <= 0.0:
                raise ValueError('Total of weights must be greater than zero')
            if total - total != 0.0:
                raise ValueError('Total of weights must be finite')
        return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    @staticmethod
    def _add_up(weights, k):
        try:
            return _accumulate(weights)
        except TypeError:
            if not isinstance(weights, int) or _VERSION < (3, 9):
                raise
        raise TypeError('The number of choices must be a keyword argument: k=%s' % weights) from None

    # --- real-valued distributions ---

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        if _VERSION < (3, 8):
            return low + (high - low) * (u * c) ** 0.5
        return low + (high - low) * _sqrt(u * c)

    def _normal(self, mu, sigma):
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _NORMAL * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def _gauss(self, mu, sigma):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    if _VERSION < (3, 11):
        def normalvariate(self, mu, sigma):
            return self._normal(mu, sigma)

        def gauss(self, mu, sigma):
            return self._gauss(mu, sigma)
    else:
        def normalvariate(self, mu=0.0, sigma=1.0):
            return self._normal(mu, sigma)

        def gauss(self, mu=0.0, sigma=1.0):
            return self._gauss(mu, sigma)

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    if _VERSION < (3, 12):
        def expovariate(self, lambd):
            return -_log(1.0 - self.random()) / lambd
    else:
        def expovariate(self, lambd=1.0):
            return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return _TWO_PI * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        angle = _acos((q + z) / (1.0 + q * z))
        return (mu + angle if self.random() > 0.5 else mu - angle) % _TWO_PI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            return self._gamma_large(alpha) * beta
        if alpha == 1.0:
            return self._gamma_one() * beta
        return self._gamma_small(alpha) * beta

    def _gamma_large(self, alpha):
        a = _sqrt(2.0 * alpha - 1.0)
        b = alpha - _LOG4
        c = alpha + a
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = _log(u1 / (1.0 - u1)) / a
            x = alpha * _exp(v)
            z = u1 * u1 * u2
            r = b + c * v - x
            if r + _GAMMA - 4.5 * z >= 0.0 or r >= _log(z):
                return x

    def _gamma_one(self):
        if _VERSION >= (3, 8):
            return -_log(1.0 - self.random())
        u = self.random()
        while u <= 1e-7:
            u = self.random()
        return -_log(u)

    def _gamma_small(self, alpha):
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = self.random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    return x
            elif u <= _exp(-x):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        u = 1.0 - self.random()
        if _VERSION < (3, 10):
            return 1.0 / u ** (1.0 / alpha)
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        u = 1.0 - self.random()
        return alpha * (-_log(u)) ** (1.0 / beta)

    # --- a discrete one ---

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            return self._binomial_by_waiting(n, p)
        return self._binomial_by_rejection(n, p)

    def _binomial_by_waiting(self, n, p):
        count = waited = 0
        c = _log2(1.0 - p)
        if not c:
            return 0
        while True:
            waited += _floor(_log2(self.random()) / c) + 1
            if waited > n:
                return count
            count += 1

    def _binomial_by_rejection(self, n, p):
        deviation = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * deviation
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        quick = 0.92 - 4.2 / b
        alpha = (2.83 + 5.1 / b) * deviation
        odds = _log(p / (1.0 - p))
        mode = _floor((n + 1) * p)
        height = _lgamma(mode + 1) + _lgamma(n - mode + 1)
        while True:
            u = self.random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = self.random()
            if us >= 0.07 and v <= quick:
                return k
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= height - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
                return k

    if _VERSION < (3, 12):
        del binomialvariate


def _empty_range(start, stop, first, last, width):
    if _VERSION >= (3, 12):
        return 'empty range in randrange(%s, %s)' % (start, stop)
    gap = '' if _VERSION < (3, 8) else ' '
    return 'empty range for randrange() (%d,%s%d, %d)' % (first, gap, last, width)


def _old_hash(text):
    """The seed that version 1 makes of a text."""
    codes = [ord(character) for character in text] if isinstance(text, str) else list(text)
    value = codes[0] << 7 if codes else 0
    for code in codes:
        value = ((1000003 * value) ^ code) & 0xFFFFFFFFFFFFFFFF
    value ^= len(codes)
    return -2 if value == -1 else value


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
if _VERSION >= (3, 9):
    randbytes = _inst.randbytes
    __all__.append('randbytes')
if _VERSION >= (3, 12):
    binomialvariate = _inst.binomialvariate
    __all__.append('binomialvariate')
