class Cat:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return self.name + self.sound


tom = Cat("Tom")
print(tom.name)
print(tom.speak())
