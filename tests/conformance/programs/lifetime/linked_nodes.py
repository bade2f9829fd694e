class Node:
    def __init__(s, v): s.v = v; s.next = None
    def __del__(s): print('del node', s.v)
head = None
for i in range(4):
    n = Node(i); n.next = head; head = n
print('built')
del n
head = head.next
print('end')
