"""Reference counts inside finally clauses: what is on the way out holds its object."""
import sys


class Thing:
    pass


def count(thing):
    return sys.getrefcount(thing) - 3


def by_return(thing):
    try:
        return thing
    finally:
        print("return:", count(thing))


def by_return_of_two(thing):
    try:
        try:
            return [thing, thing]
        finally:
            print("inner:", count(thing))
    finally:
        print("outer:", count(thing))


def by_exception(thing):
    try:
        raise ValueError(thing)
    finally:
        print("raise:", count(thing))


def by_loop(things):
    for thing in things:
        try:
            if thing is things[0]:
                continue
            break
        finally:
            print("loop:", count(thing))
    print("after:", count(thing))


def by_generator(thing):
    try:
        yield thing
    finally:
        print("generator:", count(thing))


thing = Thing()
before = sys.getrefcount(thing)
by_return(thing)
by_return_of_two(thing)
try:
    by_exception(thing)
except ValueError as error:
    print("caught:", sys.getrefcount(thing) - before)
print("gone:", sys.getrefcount(thing) - before)
by_loop([thing, Thing()])
for each in by_generator(thing):
    print("yielded:", sys.getrefcount(thing) - before)
del each
generator = by_generator(thing)
next(generator)
generator.close()
print("closed:", sys.getrefcount(thing) - before)
