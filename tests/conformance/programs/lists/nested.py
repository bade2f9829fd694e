matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for row in matrix:
    for value in row:
        print(value, end=" ")
    print()
print(matrix[0][2], matrix[-1][-1], len(matrix), len(matrix[0]))
transposed = []
for j in range(3):
    row = []
    for i in range(3):
        row.append(matrix[i][j])
    transposed.append(row)
print(transposed)
diagonal = 0
for i in range(3):
    diagonal += matrix[i][i]
print(diagonal)
board = [["."] * 3] * 3
board[0][0] = "X"
print(board)
board = []
for i in range(3):
    board.append(["."] * 3)
board[0][0] = "X"
print(board)
flat = []
for row in matrix:
    flat.extend(row)
print(flat)
deep = [1, [2, [3, [4]]]]
print(deep[1][1][1][0], deep)
me = [1, 2]
me.append(me)
print(me, me[2][2][0])
