import sys


def tried(function, *values):
    try:
        return function(*values)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


print(sys.version_info[0], sys.version_info.major, sys.version_info >= (3, 6), len(sys.version_info))
print(sys.hexversion >> 24, sys.version.split()[0] == "%d.%d.%d" % sys.version_info[:3])
print(sys.platform, sys.byteorder, sys.maxsize, sys.maxunicode, sys.float_repr_style)
print(sys.float_info)
print(sys.float_info.max, sys.float_info.dig, sys.float_info.epsilon)
print(sys.int_info.bits_per_digit, sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf)
print(sys.implementation.name, sys.implementation.cache_tag)
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getswitchinterval())
print(len(sys.argv), "sys" in sys.modules, "gc" in sys.builtin_module_names, isinstance(sys.path, list))
print(tried(sys.setrecursionlimit, 0), tried(sys.setrecursionlimit, "a"), sys.getrecursionlimit())


class Sized:
    def __sizeof__(self):
        return 5


class Wrong:
    def __sizeof__(self):
        return "a"


print(sys.getsizeof(Sized()) > 5, tried(sys.getsizeof, Wrong()), sys.getsizeof(Wrong(), 77))
print(sys.intern("a b") is sys.intern("a" + " b"), tried(sys.intern, 5))
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info()[0])


def where():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno


def caller():
    return where()


print(caller(), tried(sys._getframe, 50), sys._getframe().f_code.co_name)
sys.displayhook([1])
sys.displayhook(None)
print(sys.is_finalizing(), sys.getallocatedblocks() > 0, sys.gettrace())
print(repr(exit), repr(quit))
for status in (None, 0, 3, "text", (1, 2), [1]):
    try:
        sys.exit(status)
    except SystemExit as stop:
        print(repr(stop), stop.code)
sys.exit("the end")
