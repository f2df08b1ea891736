"""The recommendations room's panel."""
