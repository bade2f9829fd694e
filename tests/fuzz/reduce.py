"""Makes a program that shows a difference smaller, as long as it shows it."""

import ast
import copy

MOST_TESTS = 200
BODIES = ("body", "orelse", "finalbody", "handlers")


def blocks(tree):
    """Every list of statements or handlers in the tree."""
    for node in ast.walk(tree):
        for name in BODIES:
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield block
        if hasattr(ast, "Match") and isinstance(node, ast.Match):
            yield node.cases


def without_statements(tree):
    """The trees in which one statement is missing, or gives way to what is inside of it; large pieces first."""
    for number, block in enumerate(blocks(tree)):
        size = len(block)
        while size:
            for start in range(0, len(block), size):
                yield edited(tree, number, start, start + size, [])
            size //= 2
        for index, statement in enumerate(block):
            inner = [found for name in BODIES[:3] for found in listed(statement, name)]
            if inner:
                yield edited(tree, number, index, index + 1, inner)


def listed(node, name):
    found = getattr(node, name, [])
    return found if isinstance(found, list) else []


def edited(tree, number, start, stop, replacement):
    """A copy of the tree with another span in its block of this number."""
    changed = copy.deepcopy(tree)
    block = list(blocks(changed))[number]
    filler = [ast.Pass()] if len(block) == stop - start and not isinstance(block[0], ast.ExceptHandler) else []
    block[start:stop] = copy.deepcopy(replacement) or filler
    return changed


class Replace(ast.NodeTransformer):
    """Puts something simpler in the place of the expression of this number."""

    def __init__(self, number, choice):
        self.number = number
        self.choice = choice
        self.seen = -1
        self.done = False

    def visit(self, node):
        if isinstance(node, ast.expr) and not isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            self.seen += 1
            if self.seen == self.number:
                choices = simpler(node)
                if self.choice < len(choices):
                    self.done = True
                    return choices[self.choice]
                return node
        return self.generic_visit(node)


def simpler(node):
    """What may stand for an expression: what is inside of it, then shorter displays, then a constant."""
    found = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    if isinstance(node, ast.Call):
        found += [argument.value for argument in node.keywords]
        for index in range(len(node.args)):
            found.append(ast.Call(node.func, node.args[:index] + node.args[index + 1:], node.keywords))
        for index in range(len(node.keywords)):
            found.append(ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1:]))
    elif isinstance(node, (ast.List, ast.Tuple, ast.Set)) and len(node.elts) > 1:
        for index in range(len(node.elts)):
            found.append(type(node)(node.elts[:index] + node.elts[index + 1:], ast.Load()))
    if not isinstance(node, (ast.Constant, ast.Name, ast.JoinedStr, ast.FormattedValue)):
        found += [ast.Constant(0), ast.Constant("")]
    return found


def simpler_expressions(tree):
    for number in range(sum(isinstance(node, ast.expr) for node in ast.walk(tree))):
        for choice in range(12):
            changed = copy.deepcopy(tree)
            replace = Replace(number, choice)
            changed = replace.visit(changed)
            if not replace.done:
                break
            yield changed


def unparsed(tree):
    try:
        return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    except (ValueError, AttributeError, RecursionError):
        return None


def reduce_source(source, differs):
    """The smallest source found for which differs(source) holds, by at most MOST_TESTS tests."""
    tests = 0
    smallest = source
    progress = True
    while progress and tests < MOST_TESTS:
        progress = False
        for step in (without_statements, simpler_expressions):
            found = True
            while found and tests < MOST_TESTS:
                found = False
                for changed in step(ast.parse(smallest)):
                    candidate = unparsed(changed)
                    if not candidate or len(candidate) >= len(smallest):
                        continue
                    tests += 1
                    if differs(candidate):
                        smallest, found, progress = candidate, True, True
                    if found or tests >= MOST_TESTS:
                        break
    return smallest
