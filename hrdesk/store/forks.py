"""Forks: one device that gave one number to two different lines, as the copy of a desk or a forger does.

Both lines are kept and travel on together; the one with the smaller hash counts, so that every desk decides alike,
whichever came first. What is withdrawn is no line any more: then the other one counts.
"""

from typing import Any

from hrdesk.store.change import Change, decode, encode, line_hash
from hrdesk.store.derivation import derive
from hrdesk.store.journal import COLUMNS, change_number, changes_numbered, device_number, row_of


def keep(connection: Any, number: int, change: Change) -> set[tuple[str, str]] | None:
    """Keep a line whose number is taken by another one; give the records that it touches.

    Nothing is given for a line that is known: it lost before.
    """
    digest = line_hash(change)
    if connection.execute("SELECT 1 FROM fork WHERE hash = ?", (digest,)).fetchone():
        return None
    held = changes_numbered(connection, (number,))[number]
    connection.executemany(
        "INSERT OR IGNORE INTO fork (hash, dev, seq, line) VALUES (?, ?, ?, ?)",
        [(line_hash(one), one.dev, one.seq, encode(one)) for one in (held, change)],
    )
    flag(connection, change.dev)
    if digest >= line_hash(held):
        return set()
    return stand(connection, number, change, held)


def stand(connection: Any, number: int, change: Change | None, instead_of: Change | None) -> set[tuple[str, str]]:
    """Let ``change`` count under ``number`` instead of another line, or none, and derive what hangs on either."""
    connection.execute("DELETE FROM change WHERE id = ?", (number,))
    if change:
        marked = ", ".join("?" * (COLUMNS.count(",") + 1))
        connection.execute(f"INSERT INTO change ({COLUMNS}) VALUES ({marked})", row_of(number, change))
    touched = {(one.kind, one.record) for one in (change, instead_of) if one}
    for record in {record for _, record in touched}:
        derive(connection, record, [kind for kind, held in touched if held == record])
    return touched


def flag(connection: Any, dev: str) -> None:
    """Note that a device forked."""
    connection.execute("UPDATE device SET forked = 1 WHERE dev = ?", (dev,))


def of_dot(connection: Any, dev: str, seq: int) -> list[Change]:
    """Give the lines kept under one number of one device, the one that counts first."""
    rows = connection.execute("SELECT line FROM fork WHERE dev = ? AND seq = ? ORDER BY hash", (dev, seq))
    return [decode(bytes(row[0])) for row in rows]


def settle_all(connection: Any) -> None:
    """See in a rebuild that of every fork the right line stands in the journal; tables are made afterwards."""
    rows = connection.execute("SELECT line FROM fork ORDER BY hash DESC").fetchall()
    for change in (decode(bytes(row[0])) for row in rows):
        number = change_number(device_number(connection, change.dev), change.seq)
        held = changes_numbered(connection, (number,)).get(number)
        if held is None or row_of(number, held) != row_of(number, change):
            marked = ", ".join("?" * (COLUMNS.count(",") + 1))
            connection.execute(f"REPLACE INTO change ({COLUMNS}) VALUES ({marked})", row_of(number, change))
        flag(connection, change.dev)
