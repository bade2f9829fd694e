text = "5"
print(-int(text))
print(-text)
