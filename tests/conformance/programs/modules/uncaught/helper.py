def divide(a, b):
    return a / b


def apply(function, *arguments):
    return function(*arguments)
