class Config:
    size = 10
    half = size / 2
    print("inside", half)
    broken = size / (half - 5)


print("never")
