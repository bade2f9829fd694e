path = "C:\directory\new"
print(path)
pattern = "\d+" + '\w' + r"\s"
print(pattern)
data = b"\z\n"
print(data, len(data))
text = """first \
second \q
third"""
print(text)
print(f"\d{len(path)}\w")
