"""The way back to before a merge: which backup was made for it, offered until somebody edits the desk."""

from typing import Any

from hrdesk.store.reading import Reader

_NAME = "before_merge"


def keep(connection: Any, backup: str) -> None:
    """Note the name of the backup's file, inside the transaction of the merge."""
    connection.execute("REPLACE INTO meta VALUES (?, ?)", (_NAME, backup))


def forget(connection: Any) -> None:
    """Offer it no longer: something was written after the merge, and going back would lose it."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_NAME,))


def offered(reader: Reader) -> str:
    """Give the name of the backup's file, or nothing."""
    return str(reader.value("SELECT value FROM meta WHERE key = ?", _NAME) or "")
