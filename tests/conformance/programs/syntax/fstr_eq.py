x = 3
print(f'{x=}', f'{x = }', f'{x=!s}', f'{x=:5}')
