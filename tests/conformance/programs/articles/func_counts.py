# How many references a function sees to what it is given.
import sys


def func(value):
    print("inside:", sys.getrefcount(value))
    return value


func(1234567)
func([1, 2, 3])
func("a string!")
number = 1234567
print(sys.getrefcount(number))
func(number)
items = [1, 2, 3]
print(sys.getrefcount(items))
func(items)
print(sys.getrefcount(items))
text = "a string!"
print(sys.getrefcount(text))
kept = func(text)
print(sys.getrefcount(text), kept is text)
func(func(items))
func(value=items)
func(*[items])
print(sys.getrefcount(items), sys.getrefcount(func))
