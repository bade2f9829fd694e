class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        return self

    def pop(self):
        return self.items.pop()

    def is_empty(self):
        return len(self.items) == 0


class Calculator:
    def __init__(self):
        self.stack = Stack()

    def run(self, text):
        for token in text.split():
            if token in "+-*/":
                b = self.stack.pop()
                a = self.stack.pop()
                if token == "+":
                    self.stack.push(a + b)
                elif token == "-":
                    self.stack.push(a - b)
                elif token == "*":
                    self.stack.push(a * b)
                else:
                    self.stack.push(a / b)
            else:
                self.stack.push(float(token))
        return self.stack.pop()


s = Stack()
s.push(1).push(2).push(3)
print(s.pop(), s.items, s.is_empty())
c = Calculator()
print(c.run("3 4 +"), c.run("5 1 2 + 4 * + 3 -"), c.run("7 2 /"))
print(c.stack.is_empty())
c.run("1 +")
