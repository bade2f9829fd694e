class Stack:
    def __init__(self):
        self._items = []
    def push(self, item):
        self._items.append(item)
    def pop(self):
        if not self._items:
            raise IndexError('empty stack')
        return self._items.pop()
s = Stack()
s.push([1])
s.push('two')
x = s.pop()
y = s.pop()
try:
    s.pop()
except IndexError as e:
    z = str(e)
queue = []
queue.append('a')
queue.insert(0, 'b')
w = queue.pop(0)
def balanced(text):
    pairs = {')': '(', ']': '['}
    stack = []
    for c in text:
        if c in '([':
            stack.append(c)
        elif not stack or stack.pop() != pairs[c]:
            return False
    return not stack
b = balanced('([])'), balanced('(]')
print(x, y, z, w, b)
