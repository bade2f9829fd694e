straße = "Allee"; return straße
