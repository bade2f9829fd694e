class Empty:
    pass


print(isinstance(Empty(), Empty))
Empty(1)
