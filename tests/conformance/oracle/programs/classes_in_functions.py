def make(n):
    class Inner:
        value = n
        items = []
        def get(self):
            return self.value, n
    return Inner
A = make(1000)
B = make([2])
a = A()
x = a.get()
y = B().get()
del A
same = type(a) is B
a = None
import gc
gc.collect()
z = B.items
B = None
gc.collect()
print(x, y, same, z)
