# statistics: every function over several sets of data.
import statistics
from fractions import Fraction


def show(name, *args, **options):
    function = getattr(statistics, name, None)
    try:
        print(name, args, options, repr(function(*args, **options)) if function else "none")
    except Exception as error:
        print(name, args, type(error).__name__, error)


DATA = ([1, 2, 3, 4], [2.5, 3.25, 5.5, 11.25, 11.75], [1], [], [Fraction(1, 2), Fraction(1, 3)], range(1, 101),
        [3, 3, 1, 1, 2], [0.1] * 10, [10, 20.5, 30], (1, 2, 4, 8), [1e10, 1e-10, 3.3])
NAMES = ("mean", "median", "median_low", "median_high", "stdev", "pstdev", "variance", "pvariance", "harmonic_mean",
         "mode", "fmean", "multimode", "quantiles", "median_grouped", "geometric_mean")
for data in DATA:
    for name in NAMES:
        show(name, data)
show("mode", "hello")
show("mode", ["red", "blue", "red"])
show("mean", ["a"])
show("median", ["b", "a", "c"])
show("median", ["a", "b"])
show("quantiles", [1, 2, 3, 4, 5], n=10)
show("quantiles", [1, 2, 3, 4, 5], n=4, method="inclusive")
show("variance", [1, 2, 3], 2)
show("harmonic_mean", [40, 60], weights=[5, 30])
show("harmonic_mean", [0, 1])
show("harmonic_mean", [-1, 1])
show("correlation", [1, 2, 3], [2, 4, 7])
show("correlation", [1, 1], [2, 3])
show("covariance", [1, 2, 3, 4], [2, 4, 7, 1])
show("linear_regression", [1, 2, 3], [2, 4, 7])
show("fmean", [1, 2, 3], weights=[1, 0, 3])
