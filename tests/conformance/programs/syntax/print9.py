if x: print "a"
