def t(f):
    try: print(repr(f())[:100])
    except Exception as e: print(type(e).__name__, str(e)[:150])
t(lambda: ImportError(x=1)); t(lambda: ModuleNotFoundError(x=1)); t(lambda: NameError(x=1)); t(lambda: UnboundLocalError(x=1)); t(lambda: AttributeError(y=1)); t(lambda: NameError(a=1, b=2)); t(lambda: ImportError(name='a', path='b', x=3)); t(lambda: ImportError(a=1, b=2, c=3, d=4))
class I(ImportError): pass
t(lambda: I(x=1)); t(lambda: I('a', name='n').name)
if hasattr(list, '__class_getitem__'):
    t(lambda: list.__class_getitem__()); t(lambda: list.__class_getitem__(1, 2)); t(lambda: dict.__class_getitem__(x=1)); t(lambda: list.__class_getitem__(int))
    class L(list): pass
    t(lambda: L[int]().append(3)); t(lambda: L[int]); t(lambda: L.__class_getitem__())
t(lambda: None.__init__(1)); t(lambda: iter([]).__init__(1)); t(lambda: object().__init__(1)); t(lambda: len.__init__(1))
class A: pass
t(lambda: A(1)); t(lambda: A().__init__(1))
