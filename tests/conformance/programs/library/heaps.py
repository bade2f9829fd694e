# A heap in a list, as schedulers and shortest paths use it.
import heapq


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


heap = [5, 3, 8, 1, 9, 2, 7]
heapq.heapify(heap)
print(heap)
heapq.heappush(heap, 4)
print(heap, [heapq.heappop(heap) for _ in range(3)], heap)
print(heapq.heapreplace(heap, 6), heap, heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 99), heap)
print(heapq.nlargest(3, [1, 5, 2, 8]), heapq.nsmallest(2, [1, 5, 2], key=lambda x: -x))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)),
      list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
for make in (lambda: heapq.heappop([]), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify(5),
             lambda: heapq.heapreplace([], 1)):
    show(make)

graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
distance, queue = {}, [(0, "a")]
while queue:
    length, node = heapq.heappop(queue)
    if node in distance:
        continue
    distance[node] = length
    for neighbour, step in graph[node].items():
        heapq.heappush(queue, (length + step, neighbour))
    print(node, length, queue)
print(distance)
