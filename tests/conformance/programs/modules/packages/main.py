import zoo
import zoo.birds.songs
import zoo.birds.songs as songs
from zoo.birds import imitate, felines
from zoo import *
from zoo import lazy
import sys

print(zoo.__name__, zoo.__package__, zoo.__doc__)
print(zoo.cats.__package__, zoo.birds.songs.__package__)
print(songs.SONGS, zoo.birds.songs is songs)
print(purr(), imitate(), felines is zoo.cats, birds is zoo.birds)
print("zoo.late" in sys.modules, hasattr(zoo, "late"))
print(lazy.load(), zoo.late.value)
print(sorted(name for name in sys.modules if name.startswith("zoo")))
