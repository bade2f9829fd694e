"""A name that no character has is a mistake of syntax."""
print('not reached')
message = 'ab\N{NO SUCH CHARACTER}cd'
