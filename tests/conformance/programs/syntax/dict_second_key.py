preise = {"Käse": 3, "Brot" 2}
