# -*- coding: utf-8 -*-
print("größe: " größe)
