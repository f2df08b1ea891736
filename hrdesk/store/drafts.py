"""What is being typed and not yet kept: local to this desk, never in a bundle."""

from typing import Any


def keep(connection: Any, place: str, text: str, at: str) -> None:
    """Keep ``text`` as the draft at ``place``; an empty one takes the draft away."""
    if text:
        connection.execute("REPLACE INTO draft (place, text, at) VALUES (?, ?, ?)", (place, text, at))
    else:
        connection.execute("DELETE FROM draft WHERE place = ?", (place,))


def held(connection: Any, place: str) -> str:
    """Give the draft at ``place``, or an empty text."""
    row = connection.execute("SELECT text FROM draft WHERE place = ?", (place,)).fetchone()
    return str(row[0]) if row else ""


def beginning(connection: Any, place: str) -> dict[str, str]:
    """Give the drafts at all places whose names begin with ``place``, in the order of their names."""
    rows = connection.execute(
        "SELECT place, text FROM draft WHERE substr(place, 1, ?) = ? ORDER BY place", (len(place), place)
    )
    return {str(row[0]): str(row[1]) for row in rows}
