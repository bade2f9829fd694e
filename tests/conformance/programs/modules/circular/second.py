import first
try:
    first.a
except AttributeError as error:
    print(str(error).split(' (')[0].replace('partially initialized ', ''))
from first import a
b = 2
