# python: 3.7+
# Bases that are no classes say what stands in for them.
class Alias:
    def __init__(self, *classes):
        self.classes = classes

    def __mro_entries__(self, bases):
        print("asked with", len(bases), "bases")
        return self.classes


class Numbers(Alias(dict), object):
    pass


class Nothing(Alias()):
    pass


print(Numbers.__bases__, Nothing.__bases__, len(Numbers.__orig_bases__), Numbers(a=1))


class Refuses:
    def __mro_entries__(self, bases):
        return [dict]


try:
    class Worse(Refuses()):
        pass
except TypeError as error:
    print(error)
