# Which frames the collector watches, and what refers to a list that they hold.
import gc
import sys


def frame_of_call():
    frame = sys._getframe()
    print('running', gc.is_tracked(frame), 'caller', gc.is_tracked(frame.f_back))
    return frame


def numbers(limit):
    for number in range(limit):
        yield number


def fails():
    try:
        {}['missing']
    except KeyError as error:
        print('while handled', gc.is_tracked(error.__traceback__.tb_frame))
        return error


def kinds(target):
    return sorted(type(holder).__name__ for holder in gc.get_referrers(target))


def borrowed(items):
    pair = [items]
    return kinds(items), len(pair)


def keeps(items):
    yield items
    for item in (items, items):
        yield item


print('after', gc.is_tracked(frame_of_call()))
some = numbers(3)
print('new', gc.is_tracked(some.gi_frame))
next(some)
print('suspended', gc.is_tracked(some.gi_frame), gc.is_tracked(some))
print('after failing', gc.is_tracked(fails().__traceback__.tb_frame))
held = [1]
print(kinds(held), borrowed(held))
keeper = keeps(held)
print(kinds(held))
next(keeper)
print(kinds(held))
next(keeper)
print(kinds(held))
keeper.close()
print(kinds(held))
