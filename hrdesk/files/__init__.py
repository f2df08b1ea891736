"""Reads foreign files into plain data; nothing in them is executed and nothing outside them is fetched."""
