class Base:
    def __init__(self, name):
        self.name = name


class Derived(Base):
    def __init__(self, name, age):
        super().__init__()
        self.age = age


print(Base("x").name)
Derived("x", 1)
