a = (1, 2)
b = (1, 2)
a is b
a = (1, 2); b = (1, 2); a is b
() is ()
a = 1.5
b = 1.5
a is b
a = 1.5; b = 1.5; a is b
1.5 is 1.5
x = 500 + 500
y = 1000
x is y
x = 500 + 500; y = 1000; x is y
b"ab" is b"ab"
frozenset() is frozenset()
(1, (2, 3)) is (1, (2, 3))
None is None
1 + 2j is 1 + 2j
