class A:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("bye", self.name)
    def __repr__(self):
        return "A(%s)" % self.name

a = A("one")
a
a = A("two")
A("temp")
5
_
b = a
del a
b
del b
"other"
x = [A("p"), A("q")]
x
del x
0
def f():
    y = A("local")
    return 7

f()
