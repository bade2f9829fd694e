# What throw() gives an exception, and who takes a StopIteration that is thrown in.
def steps():
    try:
        yield 1
    except ValueError:
        yield 2
    yield 3


def inside():
    try:
        raise KeyError('k')
    except KeyError:
        yield from steps()


def chain(error):
    while error is not None:
        print(' ', type(error).__name__, error, error.__suppress_context__)
        error = error.__context__


for make in (steps, inside):
    for exc in (StopIteration(7), TypeError('t'), GeneratorExit):
        for started in range(3):
            it = make()
            try:
                if started:
                    print(next(it))
                if started > 1:
                    print(it.throw(ValueError('v')))
                print(it.throw(exc))
            except BaseException as error:
                chain(error)


def handled_before():
    try:
        try:
            int('x')
        except ValueError as error:
            print(error)
        yield 1
    except Exception as error:
        print(repr(error), repr(error.__context__))
        yield 2


it = handled_before()
print(next(it), it.throw(KeyError(1)))
try:
    it.throw(TypeError('t'))
except TypeError as error:
    print(type(error.__context__).__name__ in ('KeyError', 'NoneType'))
