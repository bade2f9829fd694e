def mean(first, *rest, *):
    return first
