class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
class LinkedList:
    def __init__(self):
        self.head, self.size = None, 0
    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1
    def pop(self):
        node = self.head
        self.head = node.next
        self.size -= 1
        return node.value
    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before
l = LinkedList()
for word in ['a', 'b', 1000]:
    l.push(word)
l.reverse()
x = l.pop()
l.head.next = None
del l
print(x)
