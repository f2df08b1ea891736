"""The outcome room's panel."""
