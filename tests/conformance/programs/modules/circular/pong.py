print("pong begins")
import ping
print("pong goes on", hasattr(ping, "hit"))


def hit(n):
    return "pong" + (" " + ping.hit(n - 1) if n else "")
