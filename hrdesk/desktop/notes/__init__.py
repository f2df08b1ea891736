"""The notes room's panel."""
