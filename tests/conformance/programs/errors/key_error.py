ages = {"Ann": 30}


def age_of(name):
    return ages[name]


print(age_of("Ann"))
print(age_of("Bob"))
