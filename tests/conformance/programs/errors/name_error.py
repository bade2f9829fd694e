def outer():
    inner()


def inner():
    value = 1
    print(value)
    print(undefined_thing + value)


outer()
