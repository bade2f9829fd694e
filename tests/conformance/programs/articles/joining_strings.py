# A string put together with +, with += and with join.
import sys

words = ["memory", "is", "made", "of", "objects"]
plain = ""
for word in words:
    plain = plain + word + " "
    print(len(plain), sys.getsizeof(plain), end="; ")
print()
grown = ""
for word in words:
    grown += word
    grown += " "
    print(len(grown), sys.getsizeof(grown), end="; ")
print()
joined = " ".join(words)
print(joined, sys.getsizeof(joined))
print(plain == grown, plain is grown, joined == grown.strip(), joined is grown.strip())


def build(count):
    text = ""
    for number in range(count):
        text += str(number)
    return text


print(build(12), build(12) is build(12), sys.getsizeof(build(100)))
print("".join(str(number) for number in range(12)) == build(12))
letters = "".join(sorted("banana"))
print(letters, letters is "".join(sorted("banana")), "-".join("abc"), "".join(["whole"]) is "whole")
