f(True=3)
