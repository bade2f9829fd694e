value = 'note'
