word = "hello"
print(word[1:3])
print(word["1":3])
