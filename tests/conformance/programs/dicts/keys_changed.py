# Keys that come and go while a loop runs over the dict, their number staying the same.
def attempt(name, d, change):
    seen = []
    try:
        for key in d:
            seen.append(key)
            change(d, key)
            if len(seen) > 8:
                break
        print(name, seen, "done")
    except RuntimeError as e:
        print(name, seen, e)
    print(sorted(map(str, d)))


def replace(d, key):
    del d[key]
    d[key + key] = 1


def replace_last(d, key):
    if key == "c":
        del d["a"]
        d["z"] = 1


def again(d, key):
    d[key] = d.pop(key)


attempt("replace", dict.fromkeys("abc"), replace)
attempt("replace_last", dict.fromkeys("abc"), replace_last)
attempt("again", dict.fromkeys("ab"), again)
attempt("add", dict.fromkeys("ab"), lambda d, k: d.setdefault(k + "!"))
attempt("values", dict.fromkeys("ab"), lambda d, k: d.update({k: 2}))
d = {n: n for n in range(10)}
for n in range(0, 10, 2):
    del d[n]
it = iter(d.items())
print(next(it), next(it))
del d[9]
d[100] = 1
try:
    print(list(it))
except RuntimeError as e:
    print(e)
print(list(it))
for value in d.values():
    d.clear()
