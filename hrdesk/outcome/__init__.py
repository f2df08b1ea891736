"""Compose the outcome document and write it as PDF."""
