"""Whether a desk file is sound: SQLite's own check, every change in canonical form, tables that rebuild identically."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.records import KINDS
from hrdesk.store import driver, schema
from hrdesk.store.change import decode, encode
from hrdesk.store.desk_file import reader
from hrdesk.store.encryption import Key
from hrdesk.store.merge import rebuild, unite
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Soundness:
    """What was found: changes, devices, contested fields, forks, and the faults, none when the desk is sound."""

    changes: int
    devices: int
    contested: int
    forks: int
    faults: tuple[str, ...]


def verify(path: Path, key: Key | None = None) -> Soundness:
    """Check a desk file beside its writer, changing nothing; Locked without the key of an encrypted one."""
    with reader(path, key=key) as held:
        faults = [
            str(row["integrity_check"]) for row in held.rows("PRAGMA integrity_check") if row["integrity_check"] != "ok"
        ]
        changes = held.changes()
        for change in changes:
            try:
                decode(encode(change))
            except ValueError as error:
                faults.append(f"{change.dev}:{change.seq}: {error}")
        other = driver.connect(None)
        try:
            _fill(other, held)
            faults += _differences(held, Reader(other))
        finally:
            other.close()
        return Soundness(
            len(changes),
            int(held.value("SELECT count(*) FROM device")),
            int(held.value("SELECT count(DISTINCT record || '/' || field) FROM change WHERE head = 2")),
            int(held.value("SELECT count(*) FROM fork")),
            tuple(faults),
        )


def derived(held: Reader) -> dict[str, list[tuple[Any, ...]]]:
    """Give everything that is derived from the journal, by table and in a fixed order, for comparison."""
    found = {kind: [tuple(row.values()) for row in held.rows(f'SELECT * FROM "{kind}" ORDER BY id')] for kind in KINDS}
    rows = held.rows(
        "SELECT d.dev, c.id & 1099511627775 AS seq, c.head FROM change c JOIN device d ON d.n = c.id >> 40"
        " ORDER BY d.dev, seq"
    )
    found["change"] = [tuple(row.values()) for row in rows]
    found["search_record"] = [*held.indexed()]
    return found


def _fill(connection: Any, held: Reader) -> None:
    """Make a desk in memory from the journal alone."""
    schema.migrate(driver.database(connection))
    schema.make_derived(connection)
    unite(connection, held.changes())
    rebuild(connection)


def _differences(held: Reader, anew: Reader) -> list[str]:
    before, after = derived(held), derived(anew)
    return [f"the table {name} differs from the journal" for name in before if before[name] != after[name]]
