class Part:
    pass


car = Part()
car.engine = Part()
car.engine.power = 5
print(car.engine.power)
car.engine.power += 1
print(car.engine.power, car.__dict__ == {"engine": car.engine})
print(car.wheel.size
      + car.engine.power)
