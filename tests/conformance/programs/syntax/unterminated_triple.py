x = 1
text = """first
second
