class Order:
    def __init__(self, lines):
        self.lines = lines

    def total(self):
        result = 0
        for line in self.lines:
            result += line.price()
        return result


class Line:
    def __init__(self, count, unit):
        self.count = count
        self.unit = unit

    def price(self):
        return self.count * self.unit["price"]


good = Order([Line(2, {"price": 3})])
print(good.total())
bad = Order([Line(1, {"price": 1}), Line(2, {"cost": 3})])
print(bad.total())
