s = "python"
t = s
s = s.upper()
print(s, t)
u = t
t += "!"
print(t, u)
word = "hello"
letters = list(word)
letters[0] = "j"
print("".join(letters), word)
result = ""
for ch in "a man a plan":
    if ch != " ":
        result = ch + result
print(result)
print("level" == "level"[::-1], "lever" == "lever"[::-1])
word[0] = "j"
