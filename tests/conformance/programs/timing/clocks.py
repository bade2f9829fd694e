import time

names = ["time", "monotonic", "perf_counter", "process_time"]
for name in names:
    clock = getattr(time, name)
    first = clock()
    second = clock()
    print(name, type(first).__name__, second >= first, first > 0)
for name in names:
    if hasattr(time, name + "_ns"):
        clock = getattr(time, name + "_ns")
        assert type(clock()) is int and clock() <= clock()
start = time.perf_counter()
time.sleep(0.05)
print(0.05 <= time.perf_counter() - start < 5)
start = time.time()
total = 0
for i in range(1000):
    total += i
print(total, time.time() - start >= 0)


def timed(function):
    def wrapper(*args):
        begin = time.perf_counter()
        result = function(*args)
        elapsed = time.perf_counter() - begin
        print(function.__name__, "took", "some" if elapsed >= 0 else "no", "time")
        return result
    return wrapper


@timed
def work(n):
    return sum(range(n))


print(work(1000))
now = time.localtime()
print(now.tm_year >= 2024, 1 <= now.tm_mon <= 12, len(now), len(time.ctime()), len(time.strftime("%H:%M:%S")))
for wrong in (-1, "a", None):
    try:
        time.sleep(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
