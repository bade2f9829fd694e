"""Copying keeps nothing of what it copied."""
import copy
import gc
from sys import getrefcount

gc.collect()
inner = [1, 2]
outer = [inner, (3, [4]), {'k': inner}]
twin = copy.deepcopy(outer)
print(getrefcount(outer), getrefcount(inner), getrefcount(outer[1]), getrefcount(outer[2]))
print(twin[0] is twin[2]['k'], getrefcount(twin), getrefcount(twin[0]))
memo = {}
other = copy.deepcopy(inner, memo)
print(len(memo), memo[id(inner)] is other, memo[id(memo)] == [inner], getrefcount(inner))
print(gc.collect())


class Node:
    def __init__(self):
        self.links = [self]


node = Node()
node_twin = copy.deepcopy(node)
print(node_twin.links[0] is node_twin, getrefcount(node), getrefcount(node_twin))
