import sys
sys.getsizeof([1, 2, 3])
sys.getsizeof(_)
a = [1, 2, 3]
sys.getsizeof(a)
a.append(4)
sys.getsizeof(a)
sys.getsizeof("hello")
sys.getsizeof({})
sys.getsizeof({1: 2})
sys.getsizeof({1, 2, 3})
sys.getsizeof((1, 2, 3))
s = "abc"
s += "def"
sys.getsizeof(s)
s is "abcdef"
u = "é"
sys.getsizeof(u)
sys.getsizeof(1000)
sys.getsizeof(lambda: 0)
