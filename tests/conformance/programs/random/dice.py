# A game as courses write it: seeded, so that it goes the same way every time.
import random
from bisect import bisect, bisect_left, insort


def roll(count, sides=6):
    return [random.randint(1, sides) for _ in range(count)]


random.seed(2024)
scores = {"ann": 0, "bob": 0}
for turn in range(5):
    for player in scores:
        dice = roll(3)
        scores[player] += sum(dice)
        print(turn, player, dice, scores[player])
print(max(scores, key=scores.get))

ranking = []
for points in random.sample(range(100), 8):
    insort(ranking, points)
print(ranking, bisect(ranking, 50), bisect_left(ranking, ranking[3]))
grades = [60, 70, 80, 90]
print(["FDCBA"[bisect(grades, score)] for score in (33, 99, 77, 70, 89, 90, 100)])
try:
    bisect(grades, 1, -1)
except ValueError as error:
    print(error)
