print(x+1=3)
