print(f'{x y}')
