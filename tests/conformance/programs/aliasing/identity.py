a = 256
b = 256
print(a is b)
a = 100
b = 50 + 50
print(a is b)
c = -5
d = -5
print(c is d)
n = 10
big1 = n ** 20
big2 = n ** 20
print(big1 == big2, big1 is big2)
greeting = "hello"
print(greeting is str("hello"), id("") == id(""), id(()) == id(()))
e1 = []
e2 = []
print(e1 is e2, id(e1) == id(e2))
word = "py"
made = word + "thon"
print(made == "python", id(made) == id("python"))
five = 5
other = 2 + 3
print(None is None, True is (1 == 1), five is other)
f = 1.5
g = f
print(f is g, f * 1 is f, f * 1 == f)
letter = "abc"[1]
text = "xbx"
print(text[1] is letter, text[0] is letter)
print(type(1) is int, type("a") is str, type([]) is type([1]))
