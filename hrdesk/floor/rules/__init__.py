"""The rules of the floor as pure functions: who is next and why, what time is used, and whether it fits."""
