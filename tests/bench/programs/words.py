# Strings and dictionaries: counting words and letters, turning them round, a Caesar cipher.
SIZE = 300
TEXT = """the quick brown fox jumps over the lazy dog and then runs away from the bear
who was only asking for the way to the river where the fish are said to be slow"""


def count_words(text):
    counts = {}
    for line in text.split("\n"):
        for word in line.split():
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


def count_letters(text):
    counts = {}
    for letter in text:
        counts[letter] = counts.get(letter, 0) + 1
    return counts


def encrypt(text, shift):
    result = []
    for letter in text:
        if letter.isalpha():
            letter = chr((ord(letter) - ord("a") + shift) % 26 + ord("a"))
        result.append(letter)
    return "".join(result)


def is_palindrome(word):
    return word == word[::-1]


total = palindromes = 0
letters = {}
for turn in range(SIZE):
    secret = encrypt(TEXT, turn % 26)
    words = count_words(secret)
    total += len(words)
    palindromes += sum(1 for word in words if is_palindrome(word))
    for letter, count in count_letters(secret).items():
        letters[letter] = letters.get(letter, 0) + count
    lines = ["%s: %d" % (word, words[word]) for word in sorted(words)]
    total += len(", ".join(lines).title())
print(total, palindromes, sorted(letters)[:3], max(letters.values()))
