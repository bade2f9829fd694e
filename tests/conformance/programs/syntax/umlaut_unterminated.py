größe = 3
größe = "offen
