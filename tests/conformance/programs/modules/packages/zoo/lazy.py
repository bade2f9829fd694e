def load():
    from . import late
    from .late import value
    return late.value, value
