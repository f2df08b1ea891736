"""The Lamport counter: the highest that this desk has seen, so that what is written next comes after all of it.

It is kept beside the journal, because to ask a million changes for it takes longer than to write one.
"""

from collections.abc import Iterable
from typing import Any

from hrdesk.store.change import Change

KEY = "lamport"
"""Where the table ``meta`` keeps it."""

SANE = 2**52
"""No honest desk counts so far in ten thousand years; one that says so must not use the numbers up for all others."""


def reached(connection: Any) -> int:
    """Give the highest counter seen, those aside that nobody can have come to."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (KEY,)).fetchone()
    if row is None:
        row = connection.execute("SELECT coalesce(max(lam), 0) FROM change WHERE lam < ?", (SANE,)).fetchone()
    return int(row[0])


def note(connection: Any, changes: Iterable[Change]) -> None:
    """Remember the highest counter of arriving changes."""
    counts = [change.lam for change in changes]
    highest = max(counts, default=0)
    if highest >= SANE:
        highest = max((count for count in counts if count < SANE), default=0)
    # Changed in place: replaced, its row and its key were written anew each time. Mostly it is higher.
    raised = "UPDATE meta SET value = ?1 WHERE key = ?2 AND CAST(value AS INTEGER) < CAST(?1 AS INTEGER)"
    told = (str(highest), KEY)
    if not connection.execute(raised, told).rowcount and highest > reached(connection):
        connection.execute("INSERT INTO meta (value, key) VALUES (?, ?)", told)


def after(count: int, known: Iterable[Change]) -> int:
    """Give the counter of a change that is written after ``count`` and knows ``known``."""
    return max([count, *(change.lam for change in known)]) + 1
