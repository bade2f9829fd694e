graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d'], 'd': ['a']}
def bfs(start, goal):
    queue = [[start]]
    seen = {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for n in graph[path[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(path + [n])
    return None
p = bfs('a', 'd')
def dfs(node, seen=None):
    seen = seen if seen is not None else []
    if node not in seen:
        seen.append(node)
        for n in graph[node]:
            dfs(n, seen)
    return seen
q = dfs('a')
del graph['d']
print(p, q)
