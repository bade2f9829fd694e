print("module", __name__, "in", __package__)


def purr():
    return "purr"
