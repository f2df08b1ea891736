"""Opening and closing the connection of a desk file: what is looked at first, brought up to date, and left behind."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import driver, schema
from hrdesk.store.lock import WriterLock

if TYPE_CHECKING:
    from hrdesk.store.encryption import Key


def roll_back_what_a_crash_left(path: Path, key: Key | None) -> None:
    """Take back what a writer had half written when it died, which a reader may not; no writer may be at work."""
    if not path.with_name(f"{path.name}-journal").exists():
        return
    lock = WriterLock(path)
    with contextlib.suppress(OSError, driver.SqliteError):  # then reading says what is the matter
        if lock.take():
            try:
                connection = driver.connect(path, writing=True, key=key)
                connection.execute("SELECT count(*) FROM meta").fetchone()
                connection.close()
            finally:
                lock.drop()


def check_inside(connection: Any, path: Path) -> None:
    """Look at the parts that every desk file has; SQLite itself notices pages that are damaged."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise Refused(N_("{path} is not a desk file of hrdesk. It was not touched."), path=str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.FORMAT:
        raise Refused(
            N_("{path} was made by a newer hrdesk. It was not touched; please open it with the newer version."),
            path=str(path),
        )
    connection.execute("SELECT count(*) FROM meta").fetchone()


def bring_up_to_date(connection: Any) -> None:
    """Migrate and rebuild where that is due; a desk of this version is opened without loading sqlite-utils."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < schema.FORMAT:
        schema.migrate(driver.database(connection))
    held = connection.execute("SELECT value FROM meta WHERE key = 'signature'").fetchone()
    if held is None or held[0] != schema.signature():
        from hrdesk.store.merge import rebuild

        with driver.database(connection).atomic():
            rebuild(connection)


def finish_what_was_begun(path: Path, key: Key | None) -> None:
    """Carry on where a change of the key, or a copy, was stopped in the middle."""
    if key is not None or any(path.with_name(f".{path.name}.{end}").exists() for end in ("old", "new")) or _begun(path):
        from hrdesk.store import copying

        copying.finish(path, key)


def _begun(path: Path) -> bool:
    """Tell whether a backup of the desk at ``path`` was begun; of most desks that is all there is to look at."""
    try:
        with os.scandir(path.with_name(f"{path.name}.backups")) as found:
            return any(one.name.startswith(".") for one in found)
    except OSError:
        return False


def without_companions(connection: Any) -> bool:
    """Bring everything into the one file; False while somebody reads."""
    with contextlib.suppress(driver.SqliteError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with contextlib.suppress(driver.SqliteError):
        return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
    return False


def let_go(connection: Any, lock: WriterLock) -> None:
    """Close a connection, if there is one, leave the file without companions, and give the lock back."""
    if connection is not None:
        without_companions(connection)  # refused while someone reads: the next close does it
        connection.close()
    lock.drop()
