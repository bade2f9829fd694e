import shapes
import shapes as other
from shapes import Square as Sq, PI, count
from shapes import *

print(shapes.__name__, shapes.__doc__, __name__)
print(shapes is other, Sq is shapes.Square, Square is Sq, PI)
print(Sq(3).area(), shapes.circle(2), circle(1))
print(shapes.count, count)
shapes.count = 10
Sq(1)
print(shapes.count)
print(Sq, Sq.__module__, circle.__module__)
print("_hidden" in globals(), shapes._hidden)
print(sorted(name for name in vars(shapes) if not name.startswith("__")))
print(shapes.__file__.endswith("shapes.py"), repr(shapes.__package__))
try:
    print(shapes.nothing)
except AttributeError as error:
    print(error)
if __name__ == "__main__":
    print("the program itself")
