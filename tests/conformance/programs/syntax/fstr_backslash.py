x = ['a', 'b']
print(f"{'\n'.join(x)}")
