class Chain:
    made = 0

    def __init__(self):
        Chain.made += 1
        if Chain.made % 100 == 0:
            print(Chain.made)
        self.child = Chain()


print("start")
Chain()
