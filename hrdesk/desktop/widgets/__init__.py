"""Parts used by more than one room."""
