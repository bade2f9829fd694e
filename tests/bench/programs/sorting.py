# Lists by index: the sieve of Eratosthenes, bubble sort, binary search.
SIZE = 500


def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    candidate = 2
    while candidate * candidate <= limit:
        if is_prime[candidate]:
            for multiple in range(candidate * candidate, limit + 1, candidate):
                is_prime[multiple] = False
        candidate += 1
    return [number for number in range(limit + 1) if is_prime[number]]


def bubble_sort(items):
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break


def binary_search(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


primes = sieve(SIZE * 400)
print(len(primes), primes[-1])
shuffled = [i * 7919 % 10007 for i in range(SIZE)]
bubble_sort(shuffled)
print(shuffled[:4], shuffled[-4:])
print(sum(1 for i in range(SIZE * 20) if binary_search(primes, i) >= 0))
