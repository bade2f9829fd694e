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
