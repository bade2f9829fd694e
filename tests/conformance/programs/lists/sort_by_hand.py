def bubble_sort(items):
    items = items[:]
    swaps = 0
    for i in range(len(items)):
        done = True
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
                done = False
                swaps += 1
        if done:
            break
    return items, swaps


def merge_sort(items):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    while left and right:
        merged.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return merged + left + right


numbers = [5, 2, 9, 1, 5, 6, -3, 0]
print(bubble_sort(numbers), merge_sort(numbers), numbers)
numbers.sort(key=abs)
print(numbers, sorted("bAnaNa"), sorted("bAnaNa", key=str.lower, reverse=True))
print(bubble_sort([3, "a", 2]))
