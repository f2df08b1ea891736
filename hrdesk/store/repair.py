"""Repairing a desk: a copy of it first, then everything derived is made anew from the journal.

Where pages of the file are damaged, nothing is written over them: what can be read is carried into a new file beside.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import KINDS
from hrdesk.store import backup, copying, driver, schema
from hrdesk.store.encryption import Key
from hrdesk.store.file_check import cannot_write, check_file
from hrdesk.store.lock import take_lock
from hrdesk.store.merge import rebuild
from hrdesk.store.trust import ROOT
from hrdesk.store.verification import verify

LEFT_BEHIND = frozenset({"meta", "command", "command_cell", "stand", "_sqlite_migrations"})
"""What a new file has of its own, and undo, which speaks of states that may not have come along."""


@dataclass(frozen=True)
class Repaired:
    """The faults found before and after, the backup of what was there, the new file if there is one, its changes."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    backup: backup.Backup | None
    carried_over: Path | None
    changes: int


def repair(path: Path, key: Key | None, at: str) -> Repaired:
    """Repair the desk at ``path``, which nobody has open; Refused when nothing of it can be read."""
    key = check_file(path, key)
    try:
        lock = take_lock(path)
        try:
            before = _faults(path, key)
            kept = backup.keep_as_found(path, key, "repair", at)
            if _make_anew(path, key):
                return Repaired(before, _faults(path, key), kept, None, copying.check(path, key))
            target = _free_name(path)
            changes = _carry_over(path, key, target)
            return Repaired(before, _faults(target, key), kept, target, changes)
        finally:
            lock.drop()
    except (OSError, driver.SqliteError) as error:
        raise cannot_write(path, error) from None


def _faults(path: Path, key: Key | None) -> tuple[str, ...]:
    try:
        return verify(path, key).faults
    except Refused as refusal:
        return (str(refusal),)
    except (driver.SqliteError, ValueError) as error:
        return (str(error),)


def _make_anew(path: Path, key: Key | None) -> bool:
    """Make indexes and derived tables anew in one transaction; False, with nothing changed, when pages are damaged."""
    connection = driver.connect(path, writing=True, key=key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("BEGIN IMMEDIATE")
        if not _is_sound(connection):
            connection.execute("REINDEX")
        rebuild(connection)
        if not _is_sound(connection):
            connection.execute("ROLLBACK")
            return False
        connection.execute("COMMIT")
        return True
    except (driver.DatabaseError, ValueError, MemoryError):  # so SQLCipher calls a damaged page while it writes
        with contextlib.suppress(driver.SqliteError, MemoryError):
            connection.execute("ROLLBACK")
        return False
    finally:
        with contextlib.suppress(driver.SqliteError, MemoryError):
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()


def _is_sound(connection: Any) -> bool:
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def _carry_over(path: Path, key: Key | None, target: Path) -> int:
    """Carry every row that can be read into a new desk file and give the number of changes in it."""
    beside = copying.beside(target)
    copying.remove(beside)
    try:
        connection = driver.connect(beside, writing=True, key=key)
        try:
            schema.migrate(driver.database(connection))
            connection.execute("BEGIN IMMEDIATE")
            schema.make_derived(connection)
            connection.execute("REPLACE INTO meta VALUES ('desk', ?)", (_desk_of(path, key),))
            told = dict(readable_rows(lambda: driver.connect(path, key=key), "meta", "key, value"))
            if ROOT in told:  # whose roster counts; else the desk would be its own
                connection.execute("REPLACE INTO meta VALUES (?, ?)", (ROOT, told[ROOT]))
            for table in _journal_tables(connection):
                columns = [row["name"] for row in connection.execute(f'PRAGMA table_info("{table}")')]
                marks = ", ".join("?" * len(columns))
                named = ", ".join(f'"{one}"' for one in columns)
                connection.executemany(
                    f'INSERT OR IGNORE INTO "{table}" ({named}) VALUES ({marks})',
                    readable_rows(lambda: driver.connect(path, key=key), table, named),
                )
            rebuild(connection)
            connection.execute("COMMIT")
        finally:
            connection.close()
        changes = copying.check(beside, key)
        copying.sync(beside)
        copying.put_in_place(beside, target)
        return changes
    except BaseException:
        copying.remove(beside)
        raise


def readable_rows(connect: Callable[[], Any], table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table that can be read, stepping over damaged pages.

    After a damaged page every connection is a new one: SQLCipher answers nothing more on the one that met it.
    """
    after: int | None = -(2**63)
    while after is not None:
        connection = connect()
        try:
            for row in connection.execute(
                f'SELECT rowid, {columns} FROM "{table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid', (after,)
            ):
                after = row[0]
                yield tuple(row)[1:]
            return
        except driver.DatabaseError:
            after = _beyond(connect, table, after)
        finally:
            connection.close()


def _beyond(connect: Callable[[], Any], table: str, after: int) -> int | None:
    """Find the smallest number behind a damaged page from which reading goes on; None when there is none."""

    def goes_on(step: int) -> bool | None:
        connection = connect()
        try:
            row = connection.execute(
                f'SELECT rowid FROM "{table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 1', (after + step,)
            ).fetchone()
            return True if row else None
        except driver.DatabaseError:
            return False
        finally:
            connection.close()

    fails, works = 0, 1
    while not (found := goes_on(works)):
        if found is None or after + works * 2 >= 2**63:
            return None
        fails, works = works, works * 2
    while works - fails > 1:
        middle = (fails + works) // 2
        if goes_on(middle):
            works = middle
        else:
            fails = middle
    return after + works


def _journal_tables(connection: Any) -> list[str]:
    """Name the tables that are not derived, first those that give others their meaning."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    virtual = [row["name"] for row in rows if str(row["sql"]).startswith("CREATE VIRTUAL")]
    names = [
        row["name"]
        for row in rows
        if row["name"] not in LEFT_BEHIND
        and row["name"] not in KINDS
        and not row["name"].startswith(("sqlite_", "search_"))
        and not any(row["name"] == one or row["name"].startswith(f"{one}_") for one in virtual)
    ]
    return sorted(names, key=lambda name: (name != "device", name))


def _desk_of(path: Path, key: Key | None) -> str:
    connection = driver.connect(path, key=key)
    try:
        return str(connection.execute("SELECT value FROM meta WHERE key = 'desk'").fetchone()[0])
    except (driver.DatabaseError, TypeError):
        raise Refused(
            N_("Nothing of {path} can be read. It was not touched; please restore a backup or a bundle."),
            path=str(path),
        ) from None
    finally:
        connection.close()


def _free_name(path: Path) -> Path:
    number = 1
    while True:
        told = "repaired" if number == 1 else f"repaired {number}"
        target = path.with_name(f"{path.stem} ({told}){path.suffix}")
        if not target.exists():
            return target
        number += 1
