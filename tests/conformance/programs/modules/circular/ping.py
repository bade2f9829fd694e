print("ping begins")
import pong
print("ping goes on")


def hit(n):
    return "ping" + (" " + pong.hit(n - 1) if n else "")
