"""The floor room's panel."""
