# __missing__ of a class on dict.
class K(dict):
    def __missing__(self,k): self[k]=v=k+1; return v
k=K(a=1); print(k['a'],k[5],k, k.get(7), 7 in k)
