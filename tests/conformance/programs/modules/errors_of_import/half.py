print("half begins")
value = 1
raise ValueError("in the middle")
