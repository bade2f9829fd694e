import time
def t(f,*a):
    try: print(f.__name__, a, repr(f(*a)))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
for x in [0, 1, 86400*365.25, -1, 1e9, 1700000000.75, 2**40, None, 'a', 1e20, [], True]:
    if x is not None: t(time.gmtime, x)
    if x is not None: pass
for x in [0.0, -1, 'a', None, True, 1e-9]: t(time.sleep, x)
g = time.gmtime(1700000000)
print(g.tm_year, g.tm_gmtoff, len(g), g[0], g[-1], list(g), g[:3], tuple(g)==g, g == time.gmtime(1700000000), g > time.gmtime(0))
for f in ['%Y-%m-%d %H:%M:%S','%a %A %b %B %p %I %j','%c','%x %X','%D %F %T %R','%U %W %w %u','%y %C %G %V','%e','%n%t%%','', 'x%', '%Q', 'ä%Yé']: t(time.strftime, f, g)
t(time.strftime, '%Y', (2020,1,2,3,4,5,6,7,0)); t(time.strftime, '%Y', 5); t(time.strftime, 5); t(time.strftime, '%m', (2020,13,2,3,4,5,6,7,0)); t(time.strftime,'%m', (2020,0,0,3,4,5,6,0,0)); t(time.strftime,'%H', (2020,1,1,25,4,5,6,1,0)); t(time.strftime,'%Y %y',(5,1,1,1,1,1,1,1,1))
t(time.asctime, g); t(time.asctime, (2020,1,2,3,4,5,6,7,0)); 
print(time.struct_time, time.struct_time(range(9)), time.struct_time([1]*11))
t(time.struct_time, [1]); t(time.struct_time, 5); t(time.struct_time, range(12))
a=time.time(); b=time.time(); print(type(a), b>=a); a=time.perf_counter(); time.sleep(0.01); print(time.perf_counter()-a >= 0.01)
print(time.monotonic() <= time.monotonic(), type(time.process_time()))
print(isinstance(g, tuple), type(g).__name__, type(g).__module__)
t(time.time, 1); t(time.sleep)
