# The room that lists have, by the way they were made.
import sys
print([sys.getsizeof(list(range(n))) for n in (1,2,3,5,8,9,10,11,17,20)])
print([sys.getsizeof([i for i in range(n)]) for n in (1,2,3,5,8,9,10,11,17,20)])
n = list(range(10))
print(sys.getsizeof(n))
m = [i for i in range(10)]
print(sys.getsizeof(m))
k = m[:]
print(sys.getsizeof(k))
l=[]
l.extend(range(10)); print(sys.getsizeof(l))
R=(0,1,2,3,5,7,8,9,10,11,12,13,16,17,20,24,25,40)
print([sys.getsizeof(list(i for i in range(n))) for n in R])
def ext(a,x):
    a=a[:]; a.extend(x); return sys.getsizeof(a)
for a in ([],[1],[1,2,3,4,5]):
    print([ext(a,range(n)) for n in R])
    print([ext(a,iter(range(n))) for n in R])
    print([ext(a,(i for i in range(n))) for n in R])
    print([ext(a,dict.fromkeys(range(n))) for n in R])
    print([ext(a,set(range(n))) for n in R])
    print([ext(a,str(10**n)) for n in R])
print([sys.getsizeof(sorted(range(n))) for n in R])
print([sys.getsizeof(sorted(i for i in range(n))) for n in R])
print([sys.getsizeof([*range(n)]) for n in R])
print([sys.getsizeof([*(i for i in range(n))]) for n in R])
print([sys.getsizeof(list(map(str,range(n)))) for n in R])
print([sys.getsizeof(list(zip(range(n)))) for n in R])
print([sys.getsizeof(list(reversed(range(n)))) for n in R])
print([sys.getsizeof(list(reversed([0]*n))) for n in R])
print([sys.getsizeof(list('x'*n)) for n in R])
print([sys.getsizeof(list(set(range(n)))) for n in R])
print([sys.getsizeof(list(dict.fromkeys(range(n)).items())) for n in R])
print([sys.getsizeof(list(enumerate(range(n)))) for n in R])
print([sys.getsizeof(list(filter(None,range(n)))) for n in R])
