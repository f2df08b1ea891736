"""The one SQLite that runs on every machine: sqlcipher3's, spoken to through sqlite-utils."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from sqlite_utils import Database

    from hrdesk.store.encryption import Key
    from hrdesk.store.identity_lock import IdentityLock

SqliteError = dbapi2.Error
DatabaseError = dbapi2.DatabaseError
OperationalError = dbapi2.OperationalError

PRIVATE = 0o600
"""Who shares the machine reads no desk: files are their owner's alone. SQLite gives their companions the same mode."""


PAGES_APART = 4000
"""Pages of the write-ahead log, 16 MB, that wait to be carried over into the file. A note writes twenty to forty: with
SQLite's own thousand one of every 25 to 50 notes waited for that."""


class Connection(dbapi2.Connection):  # type: ignore[misc]  # the driver brings no types
    """A connection to a desk; ``identity_lock`` opens the keys of identities, where a desk is opened to be used."""

    identity_lock: "IdentityLock | None" = None


def connect(
    path: Path | None,
    *,
    writing: bool = False,
    timeout: float = 5.0,
    key: "Key | None" = None,
    identity_lock: "IdentityLock | None" = None,
) -> Any:
    """Open a connection to ``path`` (in memory when there is none), for one reader or for the one writer.

    The caller's threads take turns at the writing connection under a lock of the store.
    """
    if path is None:
        connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False, factory=Connection)
    else:
        if writing and not path.exists():
            path.touch(mode=PRIVATE)
        mode = "rwc" if writing else "ro"
        address = f"{address_of(path)}?mode={mode}"
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, timeout=timeout, check_same_thread=False, factory=Connection
        )
    connection.row_factory = dbapi2.Row
    connection.identity_lock = identity_lock
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.for_sqlcipher}"')
        connection.execute("PRAGMA temp_store = MEMORY")  # what is encrypted is never sorted in a readable file
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def address_of(path: Path) -> str:
    """Write a path as SQLite's URI, which also takes names that are no text."""
    return f"file:{_escaped(os.fsencode(path.resolve()))}"


def _escaped(path: bytes) -> str:
    """Write a path for a URI; urllib would do, but it costs more to load than all of the driver."""
    plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:"
    told = "".join(chr(byte) if byte in plain else f"%{byte:02X}" for byte in path.replace(os.sep.encode(), b"/"))
    return told if told.startswith("/") else f"/{told}"


def for_writing(connection: Any) -> None:
    """Make every commit survive a power cut: NORMAL was measured to lose hundreds of them, FULL none."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_APART}")


def database(connection: Any) -> "Database":
    """Wrap ``connection`` for sqlite-utils, which must find this driver's error classes and not the standard ones."""
    sys.modules.setdefault("pysqlite3", sys.modules["sqlcipher3"])
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils import Database  # only the writer needs it, and it costs a third of the start

    return Database(connection)
