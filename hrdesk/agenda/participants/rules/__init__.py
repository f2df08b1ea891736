"""How States and bodies are found by their names, and how a table of participants is understood."""
