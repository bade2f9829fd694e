# Nested lists and floats: matrix multiplication, Gaussian elimination, a numerical integral.
SIZE = 60


def multiply(a, b):
    n = len(a)
    result = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def determinant(a):
    a = [row[:] for row in a]
    result = 1.0
    for i in range(len(a)):
        pivot = max(range(i, len(a)), key=lambda row: abs(a[row][i]))
        if pivot != i:
            a[i], a[pivot] = a[pivot], a[i]
            result = -result
        result *= a[i][i]
        for row in range(i + 1, len(a)):
            factor = a[row][i] / a[i][i]
            for column in range(i, len(a)):
                a[row][column] -= factor * a[i][column]
    return result


def integrate(f, start, end, steps):
    width = (end - start) / steps
    return sum(f(start + (i + 0.5) * width) for i in range(steps)) * width


a = [[(i * 7 + j * 3) % 11 + (5.0 if i == j else 0.5) for j in range(SIZE)] for i in range(SIZE)]
b = multiply(a, a)
print(b[0][0], b[-1][-1], "%.6e" % determinant(a))
print(round(integrate(lambda x: x * x * (1 - x), 0.0, 1.0, SIZE * 200), 9))
