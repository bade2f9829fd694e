print("größe: " größe)
