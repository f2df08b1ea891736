"""What a withdrawal leaves to be done after its commit: the words are still to vanish from free pages and backups."""

from typing import Any

DUE = "to_be_cleaned"
"""In the table ``meta`` as long as bytes of withdrawn lines may still lie in free pages of the file, or in backups."""


def is_due(connection: Any) -> bool:
    """Tell whether the desk still has to be cleaned of what was withdrawn."""
    return connection.execute("SELECT 1 FROM meta WHERE key = ?", (DUE,)).fetchone() is not None
