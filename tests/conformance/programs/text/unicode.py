s = "naïve café"
print(s, len(s))
print(s.upper(), s[2], s[-1], s[::-1])
print("ß".upper(), "ÀÉ".lower(), "straße" + "!")
print(["é", "日本", "😀", "\u00e9", "\U0001F600"])
print(len("日本語"), len("😀😀"), "日本語"[1])
print("é" == "\xe9", "é" < "z", "日" > "é")
for ch in "aß日":
    print(ch, end=" ")
print()
print("Ünïcödé".lower().replace("ü", "u"))
print("αβγ" in "xαβγy", "αβγ".find("γ"))
print("π ≈ 3.14", f"{'π':>4}|")
