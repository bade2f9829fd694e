value = 'red'
