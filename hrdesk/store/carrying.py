"""What a restored desk keeps of what was known since its backup was made: going back must not bring back what vanished.

Withdrawals stand, with the seals that prove them and the places of what they took away; so does what a person decided
about devices, what left this desk, and the keys of identities, which nobody else may have.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.store import driver, schema, withdrawals
from hrdesk.store.change import Change
from hrdesk.store.encryption import Key
from hrdesk.store.file_check import check_file
from hrdesk.store.journal import changes_of_record
from hrdesk.store.merge import unite

_ROWS = {
    "withdrawn": "1",
    "trust": "level NOT IN ('first_use', 'unknown')",  # that much merging decides by itself
    "departure": "1",
    "departed": "1",
    "holder": "1",
    "identity_key": "1",
    "seal": "EXISTS (SELECT 1 FROM change c JOIN device d ON d.n = c.id >> 40 WHERE c.kind = 'withdrawal'"
    " AND d.dev = seal.dev AND c.id & 1099511627775 BETWEEN seal.lo AND seal.hi)",
}
"""The tables of which rows are kept, and which rows."""

_PERSONS = (  # a withdrawal that names somebody and leaves the lines takes nobody's key away
    "SELECT item FROM withdrawal WHERE item IS NOT NULL AND only_part IS NOT 1 AND NOT EXISTS"
    " (SELECT 1 FROM change c INDEXED BY change_cell WHERE c.record = item AND c.field <> '_del')"
)
GOES_WITH_A_PERSON = f"DELETE FROM identity_key WHERE person IN ({_PERSONS})"
"""A sealed name may still stand in a copy that nobody can reach: the key of who was withdrawn goes too."""


@dataclass(frozen=True)
class Known:
    """The lines of withdrawals, and rows by table as maps of columns."""

    desk: str = ""
    lines: tuple[Change, ...] = ()
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def withdrawn_persons(connection: Any) -> list[str]:
    """Name the records that were withdrawn whole, persons among them."""
    return [row[0] for row in connection.execute(_PERSONS)]


def known_to(connection: Any) -> Known:
    """Read what is to be kept of the desk that goes."""
    told = connection.execute("SELECT DISTINCT record FROM change WHERE kind = ?", (withdrawals.KIND,)).fetchall()
    lines = [change for row in told for _, change in changes_of_record(connection, row[0])]
    rows = {
        table: [dict(row) for row in connection.execute(f'SELECT * FROM "{table}" WHERE {wanted}')]
        for table, wanted in _ROWS.items()
    }
    return Known(_desk_of(connection), tuple(one for one in lines if one.kind == withdrawals.KIND), rows)


def known_to_file(path: Path, key: Key | None) -> Known:
    """Read it of a desk that may be damaged or gone: then there is nothing to keep."""
    with contextlib.suppress(Refused, OSError, driver.SqliteError), _opened(path, key) as connection:
        if connection.execute("PRAGMA user_version").fetchone()[0] == schema.FORMAT:
            return known_to(connection)
    return Known()


def keep(connection: Any, known: Known) -> None:
    """Put it into a restored desk, inside the caller's transaction; nothing into another desk than it is from."""
    if known.desk != _desk_of(connection):
        return
    for table, rows in known.rows.items():
        for row in rows:
            named, marks = ", ".join(f'"{one}"' for one in row), ", ".join("?" * len(row))
            verb = "REPLACE" if table == "trust" else "INSERT OR IGNORE"
            connection.execute(f'{verb} INTO "{table}" ({named}) VALUES ({marks})', tuple(row.values()))
    unite(connection, known.lines)
    withdrawals.forget(connection, [row["hash"] for row in known.rows.get("withdrawn", ())])
    connection.execute(GOES_WITH_A_PERSON)


@contextlib.contextmanager
def _opened(path: Path, key: Key | None) -> Iterator[Any]:
    connection = driver.connect(path, key=check_file(path, key))
    try:
        yield connection
    finally:
        connection.close()


def _desk_of(connection: Any) -> str:
    return str(connection.execute("SELECT value FROM meta WHERE key = 'desk'").fetchone()[0])
