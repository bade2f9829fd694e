# Iterators that choose, group and pair.
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


show("it.compress('abcdef',[1,0,1,0,1,1])", lambda: it.compress('abcdef',[1,0,1,0,1,1]))
show("it.compress('abc',[])", lambda: it.compress('abc',[]))
show("it.compress('abc')", lambda: it.compress('abc'))
show("it.compress(data='abc',selectors=[1,1,1])", lambda: it.compress(data='abc',selectors=[1,1,1]))
show('it.dropwhile(lambda x:x<3,L)', lambda: it.dropwhile(lambda x:x<3,L))
show('it.takewhile(lambda x:x<3,L)', lambda: it.takewhile(lambda x:x<3,L))
show('it.filterfalse(lambda x:x%2,L)', lambda: it.filterfalse(lambda x:x%2,L))
show("it.filterfalse(None,[0,1,'',2])", lambda: it.filterfalse(None,[0,1,'',2]))
show('it.dropwhile(lambda x:1/0,L)', lambda: it.dropwhile(lambda x:1/0,L))
show('it.takewhile(1,L)', lambda: it.takewhile(1,L))
show('it.takewhile(len)', lambda: it.takewhile(len))
show('it.starmap(pow,[(2,3),(3,2)])', lambda: it.starmap(pow,[(2,3),(3,2)]))
show('it.starmap(pow,[(2,3),5])', lambda: it.starmap(pow,[(2,3),5]))
show("it.starmap(pow,[[2,3],'ab'])", lambda: it.starmap(pow,[[2,3],'ab']))
show('it.islice(L,3)', lambda: it.islice(L,3))
show('it.islice(L,1,4)', lambda: it.islice(L,1,4))
show('it.islice(L,1,None,2)', lambda: it.islice(L,1,None,2))
show('it.islice(L,None)', lambda: it.islice(L,None))
show('it.islice(L,0)', lambda: it.islice(L,0))
show('it.islice(L,-1)', lambda: it.islice(L,-1))
show("it.islice(L,1,'a')", lambda: it.islice(L,1,'a'))
show('it.islice(L,1,3,0)', lambda: it.islice(L,1,3,0))
show('it.islice(L,1,3,-1)', lambda: it.islice(L,1,3,-1))
show('it.islice(L)', lambda: it.islice(L))
show('it.islice(L,1,2,3,4)', lambda: it.islice(L,1,2,3,4))
show("it.islice('abcdefg',2,None)", lambda: it.islice('abcdefg',2,None))
show('it.islice(it.count(),5,20,4)', lambda: it.islice(it.count(),5,20,4))
show("it.zip_longest('abc',[1],fillvalue='-')", lambda: it.zip_longest('abc',[1],fillvalue='-'))
show("it.zip_longest('abc',[1,2,3,4])", lambda: it.zip_longest('abc',[1,2,3,4]))
show('it.zip_longest()', lambda: it.zip_longest())
show('it.zip_longest([],[])', lambda: it.zip_longest([],[]))
show('it.zip_longest([1],2)', lambda: it.zip_longest([1],2))
show('it.zip_longest([1],fill=2)', lambda: it.zip_longest([1],fill=2))
show('it.tee([1,2,3])[0]', lambda: it.tee([1,2,3])[0])
show('it.tee([1],0)', lambda: it.tee([1],0))
show('it.tee([1],-1)', lambda: it.tee([1],-1))
show('it.tee(5)', lambda: it.tee(5))
show('it.groupby(5)', lambda: it.groupby(5))
show('it.groupby([1,2],lambda x: 1/0)', lambda: it.groupby([1,2],lambda x: 1/0))
show('it.pairwise(L)', lambda: it.pairwise(L))
show('it.pairwise([1])', lambda: it.pairwise([1]))
show('it.pairwise([])', lambda: it.pairwise([]))
show('it.pairwise(5)', lambda: it.pairwise(5))
show("it.batched('abcdefg',3)", lambda: it.batched('abcdefg',3))
show("it.batched('abc',0)", lambda: it.batched('abc',0))
show('it.batched([],2)', lambda: it.batched([],2))
show("it.batched('abcd',n=2)", lambda: it.batched('abcd',n=2))
show("it.batched('abcde',2,strict=True)", lambda: it.batched('abcde',2,strict=True))
show("it.batched('abcd',2,strict=True)", lambda: it.batched('abcd',2,strict=True))
