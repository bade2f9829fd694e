1 / 0
"the session goes on"
def broken(:
5
class D:
    def __del__(self):
        print("bye")

def fails():
    d = D()
    raise ValueError("no")

fails()
"d lives as long as its traceback"
[].x
"and now it is gone"
import sys
sys.last_type
sys.last_value.args
undefined
