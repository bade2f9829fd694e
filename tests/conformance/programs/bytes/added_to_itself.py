"""A bytearray lends its bytes while they are read: adding it to itself cannot resize it."""


def tell(title, action):
    data = bytearray(b'abc')
    try:
        print(title, action(data))
    except (BufferError, TypeError, ValueError) as error:
        print(title, type(error).__name__, error, data)


def add(data):
    data += data
    return data


def add_view(data):
    data += memoryview(data)
    return data


def add_empty(data):
    del data[:]
    data += data
    return data


def splice(data):
    data[1:2] = data
    return data


def double(data):
    data *= 2
    return data


tell('itself', add)
tell('a view of it', add_view)
tell('nothing to itself', add_empty)
tell('into itself', splice)
tell('doubled', double)
tell('extended', lambda data: data.extend(data) or data)
tell('by method', lambda data: data.__iadd__(data))
tell('to the left', lambda data: data + data)
