def change_number(x):
    x = x + 1
    return x


def change_list(items):
    items.append(1)
    items = [9]
    items.append(2)
    return items


number, numbers = 5, []
print(change_number(number), change_list(numbers), number, numbers)

pair = (1, [2])
same = pair
same[1].append(3)
print(pair, same is pair)

ages = {"ann": 1}
others = ages
others["bob"] = 2
copied = dict(ages)
copied["cid"] = 3
print(ages, copied, ages is others, ages == copied)

members = {1}
again = members
again |= {2}
again = again | {3}
print(members, again)
pair[1] = 5
