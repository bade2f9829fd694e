# Sums that leave 64 bits on the way, and back.
big = 2 ** 63 - 1
print(sum((31, big)), sum([2 ** 62] * 5), sum([-2 ** 63, -1]), sum([big, 1, -1]), sum([big, True, 2 ** 70]))
print(sum([2 ** 62, 2 ** 62, 0.5]), sum([big], big))
