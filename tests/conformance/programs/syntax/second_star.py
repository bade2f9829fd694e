def mean(*values, *more):
    return values
