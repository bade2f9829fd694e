import weakref


class Event:
    def __init__(self):
        self.handlers = weakref.WeakSet()

    def subscribe(self, handler):
        self.handlers.add(handler)

    def fire(self, value):
        for handler in sorted(self.handlers, key=lambda handler: handler.name):
            handler.handle(value)


class Handler:
    def __init__(self, name):
        self.name = name

    def handle(self, value):
        print(self.name, "got", value)

    def __del__(self):
        print(self.name, "dies")


event = Event()
first, second = Handler("first"), Handler("second")
event.subscribe(first)
event.subscribe(second)
event.fire(1)
del first
event.fire(2)
print(len(event.handlers))


class Tree:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = weakref.proxy(parent) if parent else None
        self.children = []
        if parent:
            parent.children.append(self)

    def path(self):
        return (self.parent.path() if self.parent else "") + "/" + self.name

    def __bool__(self):
        return True


root = Tree("root")
leaf = Tree("leaf", Tree("inner", root))
print(leaf.path())
del root
try:
    print(leaf.path())
except ReferenceError as error:
    print(error)


class Image:
    cache = weakref.WeakValueDictionary()

    def __new__(cls, name):
        image = cls.cache.get(name)
        if image is None:
            image = super().__new__(cls)
            cls.cache[name] = image
            print("load", name)
        return image


one = Image("a")
two = Image("a")
three = Image("b")
print(one is two, sorted(Image.cache))
del one, two
print(sorted(Image.cache))
extra = weakref.WeakKeyDictionary()
extra[second] = "notes"
print(extra[second], len(extra))
weakref.finalize(second, print, "finalizer of second")
del second
print(len(extra), len(event.handlers))
end = Handler("end")
weakref.finalize(end, print, "finalizer at the end")
