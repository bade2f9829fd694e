class A:
    def who(self):
        return ["A"]
class B(A):
    def who(self):
        return ["B"] + super().who()
class C(A):
    def who(self):
        return ["C"] + super().who()
class D(B, C):
    def who(self):
        return ["D"] + super().who()
class E(C, B):
    def who(self):
        return ["E"] + super(E, self).who()

print(D().who(), E().who())
print([c.__name__ for c in D.__mro__])
print(D.mro() == list(D.__mro__))
print(D.__bases__, D.__base__)
try:
    class F(D, E):
        pass
except TypeError as e:
    print(e)
try:
    class G(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class H(A, A):
        pass
except TypeError as e:
    print(e)
print(issubclass(D, A), issubclass(A, D), issubclass(D, (int, C)))
print(isinstance(D(), A), isinstance(3, D))
s = super(B, D())
print(s.who())
print(super(C, D).who(D()))
try:
    super(B, A())
except TypeError as e:
    print(e)
try:
    super().who()
except RuntimeError as e:
    print(e)
def f():
    super().who()
try:
    f()
except RuntimeError as e:
    print(e)
def g(x):
    super().who()
try:
    g(1)
except RuntimeError as e:
    print(e)
print(A.__subclasses__())
C.who = lambda self: ["new C"]
print(D().who())
D.__bases__ = (C,)
print(D().who(), D.__mro__)
try:
    A.__bases__ = ()
except TypeError as e:
    print(e)
