# A class with one method of a pair (set and delete) has the slot of both; the other is looked up in vain.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class OnlySets:
    def __setitem__(self, key, value):
        print('set', key)


class OnlyDeletes:
    def __delitem__(self, key):
        print('delete', key)


class SetDescriptor:
    def __set__(self, instance, value):
        print('set to', value)


class DeleteDescriptor:
    def __delete__(self, instance):
        print('deleted')


class Host:
    a = SetDescriptor()
    b = DeleteDescriptor()


def delete(box):
    del box[0]


def store(box):
    box[0] = 1


def delete_a():
    del Host().a


def delete_b():
    del Host().b


def set_a():
    Host().a = 1


def set_b():
    Host().b = 1


for box in (OnlySets(), OnlyDeletes(), 3):
    attempt(lambda: delete(box))
    attempt(lambda: store(box))
for action in (delete_a, delete_b, set_a, set_b):
    attempt(action)
