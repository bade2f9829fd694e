a = 1000
b = 1000
a is b
a = 1000; b = 1000
a is b
a, b = 1000, 1000
a is b
a = b = 1000
a is b
x = 256
y = 256
x is y
x = 257; y = 257; x is y
257 is 257
-5 is -5
-6 is -6
