"""Records of which two desks changed different fields, noted at a merge for a person to look at; never in a bundle.

Which lines came together with which cannot be read from the journal, so this is the one thing about a merge that a
desk keeps beside it. It holds no values, and losing it loses nothing but the look.
"""

from collections.abc import Iterable
from typing import Any


def keep(connection: Any, found: Iterable[tuple[str, str, Iterable[str]]], at: str) -> None:
    """Note records, as (kind, record, journal fields); one that was noted before gets the fields of both times."""
    for kind, record, fields in found:
        row = connection.execute(
            "SELECT fields FROM two_places WHERE kind = ? AND record = ?", (kind, record)
        ).fetchone()
        told = sorted({*fields, *(str(row[0]).split() if row else ())})
        connection.execute(
            "REPLACE INTO two_places (kind, record, fields, at) VALUES (?, ?, ?, ?)", (kind, record, " ".join(told), at)
        )


def dismiss(connection: Any, record: str = "") -> None:
    """Forget a record that was looked at; without a name, all of them."""
    if record:
        connection.execute("DELETE FROM two_places WHERE record = ?", (record,))
    else:
        connection.execute("DELETE FROM two_places")
