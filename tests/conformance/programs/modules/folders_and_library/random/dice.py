sides = 6
