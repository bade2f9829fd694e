# Which operations hand on the object that they were given, and which make a new one.
import sys

word = "python"
letter = "p"
print("the same word:")
print("%s" % word is word, "{}".format(word) is word, format(word, "s") is word, f"{word:6}" is word)
print("%s!" % word is word, "{0}{0}".format("") is "", "text".format() is "text")
print(word.expandtabs() is word, word.replace("x", "y") is word, "".join([word]) is word)
print(word.lower() is word, word.upper().lower() is word, word[:] is word, str(word) is word)
print("one letter:")
cached = chr(112)
print(word[0] is cached, word[0:1] is cached, word[::6] is cached, "P".lower() is cached)
print("q".replace("q", "p") is cached, "".join(["p", ""]) is cached, "%c" % 112 is cached)
print("bytes and tuples:")
data = b"python"
pair = (1, 2)
print(data + b"" is data, b"" + data is data, b"".join([data]) is data, data.translate(None) is data)
print(data.upper().lower() is data, bytes(data) is data, data[0:1] is bytes([112]))
print(pair + () is pair, () + pair is pair, pair[:] is pair, tuple(pair) is pair, pair * 1 is pair)
print("sets:")
some = frozenset(pair)
print(frozenset(some) is some, some.copy() is some, some.union() is some, some.intersection() is some)
print(frozenset() is frozenset(), frozenset([]) is frozenset(()))


class Point:
    pass


point = Point()
name = "".join(["hori", "zontal"])
setattr(point, name, 1)
print(list(vars(point))[0] is name, list(vars(point))[0] is sys.intern("hori" + word[:0] + "zontal"))
vars(point)["".join(["verti", "cal"])] = 2
print(list(vars(point))[1] is sys.intern("verti" + word[:0] + "cal"))
