"""From 3.12 on a name in the program's text is never let go of."""
import sys

if sys.version_info >= (3, 12):
    def count(text):
        return sys.getrefcount(text)

    def function(parameter):
        local = parameter
        return count('parameter'), count('local'), count('outside')

    class Kept:
        attribute = 1

        def method(self):
            return self.attribute

    outside = function(1)
    print(outside)
    print([count(name) for name in vars(Kept) if name[0] != '_'])
    print(count('Kept'), count('method'), count(function.__name__))
    print([count(name) for name in list(globals()) if name[0] != '_'])
