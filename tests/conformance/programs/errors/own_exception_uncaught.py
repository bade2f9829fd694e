"""An exception of the program itself ends it: until 3.10 its module is named."""


class StockError(Exception):
    def __init__(self, item, missing):
        super().__init__(item, missing)
        self.item = item
        self.missing = missing

    def __str__(self):
        return '{0.missing:,} of {0.item!r} are missing'.format(self)


class Shop:
    class Closed(Exception):
        pass


def order(stock, item, count):
    if stock.get(item, 0) < count:
        raise StockError(item, count - stock.get(item, 0))
    stock[item] -= count


stock = {'tea': 5}
order(stock, 'tea', 2)
print(stock)
try:
    order(stock, 'jam', 1200)
except StockError as error:
    print(error, error.args)
    raise Shop.Closed('for today') from error
