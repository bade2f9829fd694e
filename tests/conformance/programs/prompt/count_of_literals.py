import sys
x = 1000
sys.getrefcount(x)
y = x
sys.getrefcount(x)
sys.getrefcount(1000)
sys.getrefcount("a literal with spaces")
sys.getrefcount(3.5)
sys.getrefcount([])
sys.getrefcount((1, 2, x))
sys.getrefcount((1, 2, 3))
s = "some text"
sys.getrefcount(s)
t = s
sys.getrefcount(s)
l = [s, s]
sys.getrefcount(s)
del t
sys.getrefcount(s)
