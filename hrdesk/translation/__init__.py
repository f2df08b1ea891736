"""Carry every paragraph into the six languages and say how far each wording can be relied on."""
