class Dog:
    kind = "canine"

    def __init__(self, name, age=1):
        self.name = name
        self.age = age

    def bark(self):
        return self.name + " says woof"

    def birthday(self):
        self.age += 1
        return self.age


rex = Dog("Rex", 3)
ada = Dog("Ada")
print(rex.name, rex.age, ada.name, ada.age)
print(rex.bark(), ada.bark())
print(rex.birthday(), rex.birthday(), ada.age)
print(rex.kind, ada.kind, Dog.kind)
rex.kind = "very good canine"
print(rex.kind, ada.kind, Dog.kind)
Dog.kind = "wolf"
print(rex.kind, ada.kind)
del rex.kind
print(rex.kind)
rex.color = "brown"
print(rex.color, isinstance(rex, Dog), isinstance(3, Dog), type(rex) is Dog)
print(Dog.bark(ada), rex == ada, rex == rex)
method = ada.bark
print(method())
