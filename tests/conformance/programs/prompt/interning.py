a = "hello"
b = "hello"
a is b
a = "hello world"
b = "hello world"
a is b
a = "hello world"; b = "hello world"; a is b
"hello world" is "hello world"
a = "hello_world1"
b = "hello_world1"
a is b
a = "x" * 20
b = "x" * 20
a is b
a = "x" * 21
b = "x" * 21
a is b
a = "x y" * 5
b = "x y" * 5
a is b
import sys
c = "".join(["hel", "lo"])
c is "hello"
sys.intern(c) is "hello"
"a" is chr(97)
"" is str()
