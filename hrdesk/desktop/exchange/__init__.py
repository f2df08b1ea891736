"""The exchange room's panel."""
