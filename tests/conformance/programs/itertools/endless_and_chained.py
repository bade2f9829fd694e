# Iterators without an end, running totals and chains, with right and wrong arguments.
import itertools as it
import operator

L = [1, 2, 3, 4, 5]


def show(text, make, most=12):
    try:
        result = make()
        if hasattr(result, "__next__"):
            items = []
            for item in result:
                items.append(item)
                if len(items) == most:
                    items.append("...")
                    break
            result = items
        print(text, "->", result)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('it.count()', lambda: it.count())
show('it.count(10)', lambda: it.count(10))
show('it.count(2.5,0.5)', lambda: it.count(2.5,0.5))
show('it.count(10,-3)', lambda: it.count(10,-3))
show('it.count(step=2)', lambda: it.count(step=2))
show("it.count('a')", lambda: it.count('a'))
show('it.count(1,2,3)', lambda: it.count(1,2,3))
show("it.cycle('abc')", lambda: it.cycle('abc'))
show('it.cycle([])', lambda: it.cycle([]))
show('it.cycle(5)', lambda: it.cycle(5))
show('it.cycle()', lambda: it.cycle())
show('it.repeat(7,3)', lambda: it.repeat(7,3))
show('it.repeat(7)', lambda: it.repeat(7))
show('it.repeat(7,-2)', lambda: it.repeat(7,-2))
show('it.repeat(7,times=2)', lambda: it.repeat(7,times=2))
show('it.repeat(object=7,times=2)', lambda: it.repeat(object=7,times=2))
show('it.repeat()', lambda: it.repeat())
show("it.repeat(1,'a')", lambda: it.repeat(1,'a'))
show('it.accumulate(L)', lambda: it.accumulate(L))
show('it.accumulate(L, operator.mul)', lambda: it.accumulate(L, operator.mul))
show('it.accumulate([])', lambda: it.accumulate([]))
show('it.accumulate(L, max)', lambda: it.accumulate(L, max))
show("it.accumulate('abc')", lambda: it.accumulate('abc'))
show("it.accumulate([1,'a'])", lambda: it.accumulate([1,'a']))
show('it.accumulate(L, func=None)', lambda: it.accumulate(L, func=None))
show('it.accumulate()', lambda: it.accumulate())
show('it.accumulate(L, lambda a,b: a*10+b)', lambda: it.accumulate(L, lambda a,b: a*10+b))
show("it.chain([1,2],'ab',(3,))", lambda: it.chain([1,2],'ab',(3,)))
show('it.chain()', lambda: it.chain())
show('it.chain(1)', lambda: it.chain(1))
show('it.chain([1],2)', lambda: it.chain([1],2))
show("it.chain.from_iterable(['ab','cd'])", lambda: it.chain.from_iterable(['ab','cd']))
show('it.chain.from_iterable([1])', lambda: it.chain.from_iterable([1]))
show('it.chain.from_iterable()', lambda: it.chain.from_iterable())
show('it.count(10).__repr__()', lambda: it.count(10).__repr__())
show('it.repeat(1,5).__length_hint__()', lambda: it.repeat(1,5).__length_hint__())
show('it.repeat(1).__length_hint__()', lambda: it.repeat(1).__length_hint__())
show('it.accumulate(L, initial=100)', lambda: it.accumulate(L, initial=100))
show('it.accumulate([], initial=5)', lambda: it.accumulate([], initial=5))
