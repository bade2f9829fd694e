class Node:
    def __init__(s, v): s.v = v; s.kids = []; s.parent = None
    def add(s, k): s.kids.append(k); k.parent = s
    def __del__(s): print('del', s.v)
root = Node('root'); a = Node('a'); b = Node('b'); root.add(a); root.add(b); a.add(Node('aa'))
print('end')
