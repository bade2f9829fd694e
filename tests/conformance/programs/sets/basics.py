primes = {2, 3, 5, 7}
odds = {1, 3, 5, 7, 9}
print(sorted(primes | odds), sorted(primes & odds), sorted(primes - odds), sorted(primes ^ odds))
print(3 in primes, 4 in primes, len(primes))
primes.add(11)
primes.add(2)
primes.discard(99)
primes.remove(2)
print(sorted(primes))
print(len(set("mississippi")), sorted(set("mississippi")))
print(set(), {1}, set([1, 1, 1]), type({}), type({1}))
print({1, 2} == {2, 1}, {1} < {1, 2}, {1, 2} <= {1, 2}, {1, 3} < {1, 2})
print({1, True, 1.0})
print(sorted({1, 2}.union({3})), sorted({1, 2}.intersection({2, 3})), {1}.issubset({1, 2}))
seen = set()
repeated = []
for x in [1, 2, 3, 2, 1, 4]:
    if x in seen:
        repeated.append(x)
    seen.add(x)
print(repeated, len(seen))
