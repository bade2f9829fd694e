class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return "..."

    def described(self):
        return f"{type(self).__name__}({self.name}): {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "Woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + "!"


zoo = [Animal("x"), Dog("Rex"), Puppy("Bit", 1)]
for animal in zoo:
    print(animal.described(), isinstance(animal, Dog))
print(Animal.count, issubclass(Puppy, Animal), Puppy.__mro__, Dog.__bases__)
print(zoo[2].__dict__, type(zoo[0]), Dog.__name__)
Puppy("Bob")
