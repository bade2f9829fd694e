class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        node = self.head
        self.head = node.next
        self.size -= 1
        return node.value

    def reverse(self):
        previous = None
        node = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def to_list(self):
        result = []
        node = self.head
        while node is not None:
            result.append(node.value)
            node = node.next
        return result


numbers = LinkedList()
for i in range(5):
    numbers.push(i)
print(numbers.to_list(), numbers.size)
numbers.reverse()
print(numbers.to_list(), numbers.pop(), numbers.pop(), numbers.size)
print(numbers.head.next.next.value, numbers.head.next.next.next)
