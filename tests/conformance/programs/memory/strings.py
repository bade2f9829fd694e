import sys

word = "python"
twice = word + word
print(sys.getsizeof(word), sys.getsizeof(twice), sys.getrefcount(twice))
parts = twice.split("h")
print(len(parts), sys.getrefcount(parts[0]), sys.getrefcount(parts))
text = ""
for i in range(5):
    text += word[i] * 3
    print(text, sys.getsizeof(text), sys.getrefcount(text))
copies = [twice] * 4
print(sys.getrefcount(twice))
table = {twice: twice}
print(sys.getrefcount(twice))
for key in table:
    print(sys.getrefcount(key), key is twice)
del key, table, copies
print(sys.getrefcount(twice), twice.upper() is twice, str(twice) is twice, twice[:] is twice)
number = 12345678901234567890
same = number
print(sys.getrefcount(number) - sys.getrefcount(number + 1), sys.getsizeof(number * number))
