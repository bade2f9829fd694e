# Names, values, reassignment.
width = 20
height = 5 * 9
print(width * height)
name = "Ada"
age = 36
height = 1.65
is_student = False
nothing = None
print(name, age, height, is_student, nothing)
print(type(name), type(age), type(height), type(is_student), type(nothing))
age = age + 1
print(age)
age = "thirty-seven"
print(age, type(age))
_private = 1
camelCase = 2
snake_case_2 = 3
print(_private + camelCase + snake_case_2)
