class Cart:
    items = []

    def __init__(self, owner):
        self.owner = owner

    def add(self, item):
        self.items.append(item)


a = Cart("Ann")
b = Cart("Bob")
a.add("apple")
b.add("book")
print(a.items, b.items, a.items is b.items, Cart.items is a.items)


class Basket:
    count = 0

    def __init__(self):
        self.items = []
        Basket.count += 1

    def add(self, item):
        self.items.append(item)
        self.count += 10


c = Basket()
d = Basket()
c.add(1)
d.add(2)
d.add(3)
print(c.items, d.items, Basket.count, c.count, d.count)
