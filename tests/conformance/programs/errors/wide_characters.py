naïve = {"größe": 1}
print(naïve["größe"])
text = "日本語" + naïve["größe"] + "é"
