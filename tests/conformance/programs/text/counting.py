text = "the cat and the dog and the bird"
counts = {}
for word in text.split():
    if word in counts:
        counts[word] += 1
    else:
        counts[word] = 1
print(counts)
for word in sorted(counts):
    print(word, counts[word])
vowels = 0
for ch in text:
    if ch in "aeiou":
        vowels += 1
print(vowels)
longest = ""
for word in text.split():
    if len(word) > len(longest):
        longest = word
print(longest)
letters = {}
for ch in "mississippi":
    letters[ch] = letters.get(ch, 0) + 1
print(letters)
print(max(letters.values()), sorted(letters.items()))
