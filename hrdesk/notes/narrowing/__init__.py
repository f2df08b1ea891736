"""Narrowing the notes of a session to those that somebody looks for, in SQL."""
