"""The translation room's panel."""
