"""Exchange with other programs: codebooks and coded notes as REFI-QDA, recommendations as tables."""
