text = "the quick brown fox jumps over the lazy dog while the other fox sleeps"
words = text.split()
unique = set(words)
print(len(words), len(unique), sorted(unique))
twice = set()
once = set()
for w in words:
    if w in once:
        twice.add(w)
    once.add(w)
print(sorted(twice), once == unique)
vowels = {"a", "e", "i", "o", "u"}
for w in sorted(unique):
    print(w, sorted(set(w) & vowels), len(set(w) - vowels))
alphabet = set("abcdefghijklmnopqrstuvwxyz")
print(sorted(alphabet - set(text)))
a = {1, 2, 3}
b = a
c = a.copy()
b |= {4}
c -= {1}
print(sorted(a), sorted(c), a is b, a is c)
a &= {2, 3, 4, 5}
a ^= {5, 2}
print(sorted(b), a > {3}, a >= a, a != c, a == {3, 4, 5})
print({1, 2}.isdisjoint({3}), {1}.issuperset(set()), bool(set()), 1 in {True})
a.update([7, 8], (9,))
print(sorted(a), len(a))
