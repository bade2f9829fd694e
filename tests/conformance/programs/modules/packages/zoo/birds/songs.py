from . import __name__ as package_name

SONGS = ("tweet", package_name)
