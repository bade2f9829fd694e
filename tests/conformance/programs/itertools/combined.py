# Combinations, permutations and products.
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


show("it.combinations('abcd',2)", lambda: it.combinations('abcd',2))
show('it.combinations(range(4),3)', lambda: it.combinations(range(4),3))
show("it.combinations('ab',3)", lambda: it.combinations('ab',3))
show("it.combinations('ab',0)", lambda: it.combinations('ab',0))
show("it.combinations('ab',-1)", lambda: it.combinations('ab',-1))
show("it.combinations('ab')", lambda: it.combinations('ab'))
show("it.combinations('ab','a')", lambda: it.combinations('ab','a'))
show("it.combinations_with_replacement('abc',2)", lambda: it.combinations_with_replacement('abc',2))
show("it.combinations_with_replacement('',2)", lambda: it.combinations_with_replacement('',2))
show("it.combinations_with_replacement('ab',0)", lambda: it.combinations_with_replacement('ab',0))
show("it.permutations('abc')", lambda: it.permutations('abc'))
show("it.permutations('abcd',2)", lambda: it.permutations('abcd',2))
show("it.permutations('ab',3)", lambda: it.permutations('ab',3))
show('it.permutations([])', lambda: it.permutations([]))
show("it.permutations('abc',None)", lambda: it.permutations('abc',None))
show("it.permutations('abc','x')", lambda: it.permutations('abc','x'))
show("it.permutations('abc',-1)", lambda: it.permutations('abc',-1))
show("it.product('ab',[1,2])", lambda: it.product('ab',[1,2]))
show("it.product('ab',repeat=2)", lambda: it.product('ab',repeat=2))
show('it.product()', lambda: it.product())
show("it.product('ab','')", lambda: it.product('ab',''))
show("it.product('ab',repeat=0)", lambda: it.product('ab',repeat=0))
show("it.product('ab',repeat=-1)", lambda: it.product('ab',repeat=-1))
show('it.product([1],2)', lambda: it.product([1],2))
