__debug__ = 3
