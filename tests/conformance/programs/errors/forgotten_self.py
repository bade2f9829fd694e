class Greeter:
    def hello():
        return "hello"


print(Greeter.hello())
g = Greeter()
print(g.hello())
