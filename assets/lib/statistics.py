"""Averages, medians and spreads, exact until the last step."""

import math
import sys
from fractions import Fraction

_VERSION = sys.version_info[:2]

__all__ = ['StatisticsError', 'harmonic_mean', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode',
           'pstdev', 'pvariance', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


# --- exact sums ---

def _ratio(value):
    """An exact fraction; infinities and nan as they are."""
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            return value
        return Fraction(value)
    raise TypeError("can't convert type '%s' to numerator/denominator" % type(value).__name__)


def _kind(values):
    """The type that a result has: float beats Fraction beats int."""
    kinds = {type(value) for value in values}
    for kind in (float, Fraction):
        if any(issubclass(one, kind) for one in kinds):
            return kind
    return int


def _total(values):
    total = Fraction(0)
    for value in values:
        total = total + _ratio(value)
    return total


def _as(kind, value):
    if isinstance(value, float) or kind is Fraction:
        return value
    if kind is int and value.denominator == 1:
        return int(value)
    return value.numerator / value.denominator


def _items(data, what, least):
    values = data if isinstance(data, (list, tuple)) else list(data)
    if len(values) < least:
        raise StatisticsError('%s requires at least %s data point%s'
                              % (what, 'one' if least == 1 else 'two', '' if least == 1 else 's'))
    return values


# --- averages ---

def mean(data):
    values = _items(data, 'mean', 1)
    return _as(_kind(values), _total(values) / len(values))


def _harmonic(data, weights):
    values = list(data)
    if not values:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(values) == 1 and weights is None:
        if not isinstance(values[0], (int, float, Fraction)):
            raise TypeError('unsupported type')
        if values[0] < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return values[0]
    weights = [1] * len(values) if weights is None else list(weights)
    if any(value < 0 for value in values):
        raise StatisticsError('harmonic mean does not support negative values')
    if len(weights) != len(values):
        raise StatisticsError('Number of weights does not match data size')
    if any(value == 0 for value in values):
        return 0
    parts = _total(_ratio(weight) / _ratio(value) for weight, value in zip(weights, values))
    kind = _kind(values)
    return _as(Fraction if kind is Fraction else float, _total(weights) / parts)


if _VERSION < (3, 10):
    def harmonic_mean(data):
        return _harmonic(data, None)
else:
    def harmonic_mean(data, weights=None):
        return _harmonic(data, weights)


def _mean_of_floats(data, weights=None):
    values = list(data)
    if not values:
        raise StatisticsError('fmean requires at least one data point')
    if weights is None:
        return math.fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum(weight * value for weight, value in zip(weights, values)) / total


if _VERSION >= (3, 11):
    fmean = _mean_of_floats
    fmean.__name__ = fmean.__qualname__ = 'fmean'
elif _VERSION >= (3, 8):
    def fmean(data):
        return _mean_of_floats(data)

if _VERSION >= (3, 8):
    def geometric_mean(data):
        values = list(data)
        if not values:
            raise StatisticsError('Must have a non-empty dataset' if _VERSION >= (3, 13) else
                                  'geometric mean requires a non-empty dataset %scontaining positive numbers'
                                  % (' ' if _VERSION < (3, 9) else ''))
        if any(value <= 0 for value in values):
            raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers')
        return math.exp(fmean(map(math.log, values)))

    __all__ += ['fmean', 'geometric_mean']


def _sorted_items(data):
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    return values


def median(data):
    values = _sorted_items(data)
    half, odd = divmod(len(values), 2)
    return values[half] if odd else (values[half - 1] + values[half]) / 2


def median_low(data):
    values = _sorted_items(data)
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = _sorted_items(data)
    return values[len(values) // 2]


def median_grouped(data, interval=1):
    values = _sorted_items(data)
    count = len(values)
    if count == 1 and _VERSION < (3, 11):
        return values[0]
    middle = values[count // 2]
    below = sum(1 for value in values if value < middle)
    among = sum(1 for value in values if value == middle)
    if _VERSION >= (3, 11):
        middle, interval = float(middle), float(interval)
    return middle - interval / 2 + interval * (count / 2 - below) / among


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    most = max(counts.values())
    found = [value for value, count in counts.items() if count == most]
    if len(found) > 1 and _VERSION < (3, 8):
        raise StatisticsError('no unique mode; found %d equally common values' % len(found))
    return found[0]


if _VERSION >= (3, 8):
    def multimode(data):
        counts = _counts(data)
        most = max(counts.values(), default=0)
        return [value for value, count in counts.items() if count == most]

    def quantiles(data, *, n=4, method='exclusive'):
        if n < 1:
            raise StatisticsError('n must be at least 1')
        values = sorted(data)
        count = len(values)
        if count < 2 and not (_VERSION >= (3, 13) and count == 1):
            raise StatisticsError('must have at least one data point' if _VERSION >= (3, 13)
                                  else 'must have at least two data points')
        if count == 1:
            return values * (n - 1)
        if method == 'inclusive':
            result = []
            for i in range(1, n):
                j, delta = divmod(i * (count - 1), n)
                result.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
            return result
        if method != 'exclusive':
            raise ValueError('Unknown method: %r' % method)
        result = []
        for i in range(1, n):
            j = max(1, min(count - 1, i * (count + 1) // n))
            delta = i * (count + 1) - j * n
            result.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
        return result

    __all__ += ['multimode', 'quantiles']


# --- spreads ---

def _squares(values, centre):
    """The sum of squared distances from the centre (None: from the mean), exact."""
    if centre is not None:
        return _total((_ratio(value) - _ratio(centre)) ** 2 for value in values)
    if _VERSION >= (3, 10):
        centre = _total(values) / len(values)
        return _total((_ratio(value) - centre) ** 2 for value in values)
    centre = mean(values)
    total = _total((value - centre) ** 2 for value in values)
    rest = _total(value - centre for value in values)
    return total - rest ** 2 / len(values)


def variance(data, xbar=None):
    values = _items(data, 'variance', 2)
    return _as(_kind(values), _squares(values, xbar) / (len(values) - 1))


def pvariance(data, mu=None):
    values = _items(data, 'pvariance', 1)
    return _as(_kind(values), _squares(values, mu) / len(values))


def _root(value):
    """The square root of a fraction, rounded once."""
    if _VERSION < (3, 11):
        return math.sqrt(value.numerator / value.denominator if isinstance(value, Fraction) else value)
    n, m = value.numerator, value.denominator
    bits = (n.bit_length() - m.bit_length() - 109) // 2
    if bits >= 0:
        return float(_odd_root(n, m << 2 * bits) << bits)
    return _odd_root(n << -2 * bits, m) / (1 << -bits)


def _odd_root(n, m):
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


def stdev(data, xbar=None):
    values = _items(data, 'stdev' if _VERSION >= (3, 11) else 'variance', 2)
    if _VERSION < (3, 11):
        return math.sqrt(variance(values, xbar))
    return _root(_squares(values, xbar) / (len(values) - 1))


def pstdev(data, mu=None):
    values = _items(data, 'pstdev' if _VERSION >= (3, 11) else 'pvariance', 1)
    if _VERSION < (3, 11):
        return math.sqrt(pvariance(values, mu))
    return _root(_squares(values, mu) / len(values))


# --- two variables ---

if _VERSION >= (3, 10):
    def _pairs(x, y, what):
        x, y = list(x), list(y)
        if len(x) != len(y):
            raise StatisticsError('%s requires that both inputs have same number of data points' % what)
        if len(x) < 2:
            raise StatisticsError('%s requires at least two data points' % what)
        return x, y

    def _products(x, y):
        x_mean, y_mean = math.fsum(x) / len(x), math.fsum(y) / len(y)
        return math.fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))

    def covariance(x, y):
        x, y = _pairs(x, y, 'covariance')
        return _products(x, y) / (len(x) - 1)

    def correlation(x, y):
        x, y = _pairs(x, y, 'correlation')
        try:
            return _products(x, y) / math.sqrt(_products(x, x) * _products(y, y))
        except ZeroDivisionError:
            raise StatisticsError('at least one of the inputs is constant') from None

    class LinearRegression(tuple):
        __slots__ = ()
        slope = property(lambda self: self[0])
        intercept = property(lambda self: self[1])

        def __repr__(self):
            return 'LinearRegression(slope=%r, intercept=%r)' % tuple(self)

    def linear_regression(x, y):
        x, y = _pairs(x, y, 'linear regression')
        try:
            slope = _products(x, y) / _products(x, x)
        except ZeroDivisionError:
            raise StatisticsError('x is constant') from None
        return LinearRegression((slope, math.fsum(y) / len(y) - slope * (math.fsum(x) / len(x))))

    __all__ += ['covariance', 'correlation', 'linear_regression']
