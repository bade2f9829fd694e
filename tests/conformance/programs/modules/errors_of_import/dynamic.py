# python 3.7 and later call this
def __getattr__(name):
    if name.startswith("x"):
        return name.upper()
    raise AttributeError("dynamic has no " + name)
