# Line continuation, comments, several statements on a line.
a = 1; b = 2; c = 3
total = a + \
    b + \
    c
print(total)
matrix = [
    [1, 2, 3],   # first row
    [4, 5, 6],
    [7, 8, 9],   # trailing comma
]
print(matrix[1][2])
result = (a
          + b
          # a comment inside brackets
          * c)
print(result)
text = ("one "
        "two "
        "three")
print(text)
if a: print("a is true"); print("still inside")
if b == 2:
        print("eight spaces")
        if c:
         print("one more")
print("end")  # no newline games
long_string = """first line
  second line
third line"""
print(long_string)
