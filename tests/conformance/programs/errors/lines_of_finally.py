"""Lines that frames and tracebacks show in and after finally clauses."""
import sys


class Here:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies at line", sys._getframe(1).f_lineno)


def skipped(number):
    try:
        number = 1 / number
    finally:
        number += 1
        if number == 9:
            number = 2


def after_call(number):
    try:
        raise KeyError(number)
    finally:
        for i in range(2):
            str(i)


def in_clause(number):
    try:
        return number
    finally:
        number = [][number]


def in_loop():
    for number in range(3):
        try:
            if number == 0:
                continue
            {}[number]
        except KeyError:
            break
        finally:
            if number:
                Here("temporary")


def with_one():
    here = Here("replaced")
    try:
        return 5
    finally:
        here = None


def lines(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        traceback = error.__traceback__
        while traceback:
            print(function.__name__, traceback.tb_lineno)
            traceback = traceback.tb_next


lines(skipped, 0)
lines(after_call, 0)
lines(in_clause, 3)
in_loop()
with_one()
try:
    skipped(0)
finally:
    print("last clause")
