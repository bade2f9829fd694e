def greet(name, greeting="Hello"):
    return greeting + ", " + name


print(greet("Ann", greeting="Hi"))
print(greet("Ann", colour="blue"))
