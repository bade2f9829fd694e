limit = {"low": 1}


def clamp(x, low=limit["low"]):
    return x if x > low else low


print(clamp(0), clamp(5))


def clamp2(x, high=limit["high"]):
    return x
