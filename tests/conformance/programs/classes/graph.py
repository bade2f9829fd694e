class Vertex:
    def __init__(self, name):
        self.name = name
        self.edges = []
        self.distance = None


class Graph:
    def __init__(self):
        self.vertices = {}

    def vertex(self, name):
        if name not in self.vertices:
            self.vertices[name] = Vertex(name)
        return self.vertices[name]

    def connect(self, a, b):
        self.vertex(a).edges.append(self.vertex(b))
        self.vertex(b).edges.append(self.vertex(a))

    def distances(self, start):
        for name in self.vertices:
            self.vertices[name].distance = None
        queue = [self.vertex(start)]
        queue[0].distance = 0
        while queue:
            current = queue.pop(0)
            for neighbour in current.edges:
                if neighbour.distance is None:
                    neighbour.distance = current.distance + 1
                    queue.append(neighbour)


g = Graph()
for a, b in [("A", "B"), ("B", "C"), ("C", "D"), ("A", "E"), ("E", "D")]:
    g.connect(a, b)
g.distances("A")
for name in sorted(g.vertices):
    v = g.vertices[name]
    print(name, v.distance, len(v.edges), v.edges[0].name)
