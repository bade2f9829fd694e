import ping
print(ping.hit(3))
import ping, pong
print(pong.ping is ping)
try:
    import first
except ImportError as error:
    print(type(error).__name__, str(error).split(" (/")[0])
import sys
print("first" in sys.modules, "second" in sys.modules)
