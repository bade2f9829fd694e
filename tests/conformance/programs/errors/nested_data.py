data = {"users": [{"name": "ann", "tags": ["x"]}, {"name": "bob", "tags": []}]}


def first_tag(data, i):
    return data["users"][i]["tags"][0].upper()


for i in range(3):
    print(i, first_tag(data, i))
