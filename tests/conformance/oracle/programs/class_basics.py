class Point:
    origin = [0, 0]
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def moved(self, by):
        return Point(self.x + by, self.y + by)
    def __repr__(self):
        return 'Point(%r, %r)' % (self.x, self.y)
p = Point(1, 2)
q = p.moved(1000)
p.label = 'first'
q.origin = p.origin
p.x = q
del p.y
r = p
del p
Point.scale = 2.5
s = [q.scale, r.label]
t = repr(q)
del r.x
q.__dict__['z'] = s
print(t, q.z, Point.origin)
