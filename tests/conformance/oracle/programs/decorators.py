calls = []
def logged(f):
    def wrapper(*args, **kwargs):
        calls.append(f.__name__)
        result = f(*args, **kwargs)
        return result
    wrapper.wrapped = f
    return wrapper
def times(n):
    def deco(f):
        def run(x):
            return [f(x) for i in range(n)]
        return run
    return deco
@logged
def area(w, h=1000):
    return [w * h]
@times(2)
@logged
def twice(x):
    return x + x
a = area(2)
b = area(w=3, h=4)
c = twice('ab')
area = area.wrapped
d = area(5)
print(a, b, c, d, calls)
