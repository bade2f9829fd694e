import sys, gc
class Node:
    def __init__(self, data, next=None):
        self.data = data; self.next = next
    def __del__(self): print("del", self.data, end="; ")
class LinkedList:
    def __init__(self): self.head = None
    def push(self, d): self.head = Node(d, self.head)
    def pop(self):
        n = self.head; self.head = n.next; return n.data
    def reverse(self):
        prev = None; cur = self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def __iter__(self):
        c = self.head
        while c: yield c; c = c.next
l = LinkedList()
for i in range(4): l.push(i)
print([sys.getrefcount(n) for n in l])
print(l.pop()); print()
l.reverse(); print([n.data for n in l], [sys.getrefcount(n) for n in l])
h = l.head; print(sys.getrefcount(h), sys.getrefcount(h.next)); l.head = None; print("-"); h = h.next; print(); del h; print()
class DNode:
    def __init__(self, v): self.v = v; self.prev = self.next = None
def chain(n):
    ns = [DNode(i) for i in range(n)]
    for a, b in zip(ns, ns[1:]): a.next = b; b.prev = a
    return ns[0]
c = chain(5); print(sys.getrefcount(c), sys.getrefcount(c.next), sys.getrefcount(c.next.next.next.next)); gc.collect(); del c; print(gc.collect())
class BST:
    def __init__(self, k): self.k = k; self.l = self.r = None
    def insert(self, k):
        if k < self.k:
            if self.l: self.l.insert(k)
            else: self.l = BST(k)
        elif self.r: self.r.insert(k)
        else: self.r = BST(k)
    def walk(self):
        if self.l: yield from self.l.walk()
        yield self.k, sys.getrefcount(self)
        if self.r: yield from self.r.walk()
t = BST(5)
for k in (2, 8, 1, 9): t.insert(k)
print(list(t.walk()), sys.getrefcount(t))
for k, c in t.walk(): print(k, c, end=" ")
del t; print(gc.collect())
st = []; o = object()
for _ in range(3): st.append(o)
print(sys.getrefcount(o)); st.pop(); print(sys.getrefcount(o)); x = st.pop(); print(sys.getrefcount(o), sys.getrefcount(x))
from collections import deque
dq = deque([o] * 3); print(sys.getrefcount(o)); dq.popleft(); print(sys.getrefcount(o)); dq.rotate(1); dq.clear(); print(sys.getrefcount(o))
