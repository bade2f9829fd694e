class A:
    def f(self):
print(1)
