print("begins")
try:
    import bad
except SyntaxError as error:
    print(type(error).__name__, error.lineno, error)
try:
    import worse
except SyntaxError as error:
    print(type(error).__name__, error.lineno)
import bad
