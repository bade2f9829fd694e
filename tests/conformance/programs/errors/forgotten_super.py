class Base:
    def __init__(self, name):
        self.name = name

    def greet(self):
        return "hi " + self.name


class Derived(Base):
    def __init__(self, age):
        self.age = age


print(Base("Ann").greet())
print(Derived(5).age)
print(Derived(5).greet())
