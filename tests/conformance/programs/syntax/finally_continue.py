def f():
    for i in range(3):
        try:
            print(i)
        finally:
            continue
f()
