print(float("1.5"))
print(float("one and a half"))
