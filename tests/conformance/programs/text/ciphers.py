alphabet = "abcdefghijklmnopqrstuvwxyz"


def caesar(text, shift):
    result = ""
    for ch in text:
        if ch.lower() in alphabet:
            place = (alphabet.index(ch.lower()) + shift) % 26
            new = alphabet[place]
            result += new.upper() if ch.isupper() else new
        else:
            result += ch
    return result


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))


def compress(text):
    result = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        result += text[i] + str(j - i)
        i = j
    return result


print(compress("aaabccdddd"), [compress("")])


def is_palindrome(text):
    letters = ""
    for ch in text.lower():
        if ch.isalpha():
            letters += ch
    return letters == letters[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("Python"))
print(sorted("listen") == sorted("silent"))
columns = "name,age,city\nAnn,30,Rome\nBob,25,Oslo"
for line in columns.split("\n"):
    print(" | ".join(line.split(",")).upper())
