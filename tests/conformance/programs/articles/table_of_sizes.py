# The table of sys.getsizeof that articles show.
import sys

for name, value in (
        ("bool()", bool()), ("True", True), ("False", False), ("int()", int()), ("0", 0), ("1", 1), ("-2", -2),
        ("2 * 10 ** 307", 2 * 10 ** 307), ("float()", float()), ("1.0", 1.0), ("-1e-300", -1e-300), ("1.7e308", 1.7e308)):
    print("%-16s %4d" % (name, sys.getsizeof(value)))
for name, value in (
        ("[]", []), ("[1]", [1]), ("[2, 3]", [2, 3]), ("[long string]", ["a" * 200]), ("()", ()), ("(1,)", (1,)),
        ("set()", set()), ("{1}", {1}), ("{two strings}", {"a" * 90, "b" * 80}), ("set(range(1, 10))", set(range(1, 10))),
        ("dict()", dict()), ("{}", {}), ("{1: -1}", {1: -1}),
        ("dict of nine", dict(zip(range(9), range(9)))), ("str()", str()), ("'abc'", "abc"), ("b'abc'", b"abc")):
    print("{:<18}{:>5}".format(name, sys.getsizeof(value)))
