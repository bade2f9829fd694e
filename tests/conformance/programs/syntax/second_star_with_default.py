mean = lambda *values, *more=1: values
