"""The agenda room's panel."""
