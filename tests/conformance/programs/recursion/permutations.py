def permutations(items):
    if len(items) <= 1:
        return [items]
    result = []
    for i in range(len(items)):
        rest = items[:i] + items[i + 1:]
        for p in permutations(rest):
            result.append([items[i]] + p)
    return result


print(permutations([1, 2, 3]))


def subsets(s):
    if not s:
        return [""]
    smaller = subsets(s[1:])
    result = []
    for sub in smaller:
        result.append(s[0] + sub)
    return result + smaller


print(subsets("abc"))


def merge_sort(xs):
    if len(xs) < 2:
        return xs
    middle = len(xs) // 2
    left = merge_sort(xs[:middle])
    right = merge_sort(xs[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


print(merge_sort([5, 2, 8, 1, 9, 3]))
