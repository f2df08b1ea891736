"""Making what was withdrawn vanish from the whole folder of a desk: from its file, its companions and its backups."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from hrdesk.errors import Refused
from hrdesk.store.unfinished import is_due

if TYPE_CHECKING:
    from hrdesk.store.desk_file import DeskFile


def finish(desk_file: DeskFile) -> None:
    """Clean a desk that was just opened, where whoever withdrew was stopped before it was done."""
    with desk_file.writing_already() as connection:
        has_more = is_due(connection)
    if has_more:
        with contextlib.suppress(OSError, Refused):  # it stays due, and the desk opens all the same
            clean(desk_file)


def clean(desk_file: DeskFile) -> list[str]:
    """Clean file and backups after withdrawals were committed; name backups that had to be removed whole.

    Backups are looked through whatever the desk held: one may hold what the desk lost when another was restored.
    """
    from hrdesk.store import backup, carrying, withdrawals  # few commands withdraw anything

    with desk_file.writing() as connection:
        connection.execute(carrying.GOES_WITH_A_PERSON)
        persons = carrying.withdrawn_persons(connection)
        hashes = [bytes(row[0]) for row in connection.execute("SELECT hash FROM withdrawn")]
        has_more = is_due(connection)
    removed = backup.clean(desk_file.path, hashes, desk_file.key, persons) if hashes else []
    if has_more:
        withdrawals.clean_up(desk_file)
    return removed
