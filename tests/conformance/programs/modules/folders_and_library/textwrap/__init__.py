own = 'the program has one'
