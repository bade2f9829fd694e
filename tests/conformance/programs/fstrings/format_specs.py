pi = 3.14159265
print(f"{pi:.2f} {pi:.0f} {pi:8.3f} {pi:<8.1f}| {pi:08.2f} {pi:+.1f}")
n = 42
print(f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+d}|{-n:5d}")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#x} {n:#b} {255:08b}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_}")
print(f"{0.25:%} {0.256:.1%} {1:.0%}")
print(f"{12345.678:e} {12345.678:.2e} {0.00001234:g} {1e20:g} {100000:g} {1234567.0:g}")
s = "text"
print(f"{s:10}|{s:>10}|{s:^10}|{s:*^10}|{s:-<10}|{s:.2}|{s:5.3}|")
print(f"{True} {True:d} {True:5}|")
width = 12
digits = 3
print(f"{pi:{width}.{digits}f}| {s:>{width}}|")
print(f"{1.0:g} {1.5:.3g} {123456789.0:.3g} {2.50:.1f} {0.5:.0f} {1.5:.0f}")
for item, price in [("apple", 1.5), ("banana", 0.25), ("cherry", 12)]:
    print(f"{item:<10}{price:>8.2f}")
