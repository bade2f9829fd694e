for i in range(3):
    i

for i in range(255, 259):
    j = i
    print(i, j is i, i is int(str(i)))

i is 258
x = 0
while x < 3:
    x += 1
    x

[n for n in range(3)]
_[0] is 0
if x:
    1000 is 1000

