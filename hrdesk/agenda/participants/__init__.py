"""Who takes part: the vocabulary of States and bodies, and lists of participants taken in from tables."""
