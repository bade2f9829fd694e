import helper


def run():
    print(helper.apply(helper.divide, 6, 3))
    print(helper.apply(lambda: helper.apply(helper.divide, 1, 0)))


run()
