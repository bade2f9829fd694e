price = 10
label = "euro"
text = str(price) + label
print(text)
total = (price * 2) + (label * 2)
print(total)
