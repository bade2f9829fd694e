class 3A: pass
