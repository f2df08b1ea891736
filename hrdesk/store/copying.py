"""A whole copy of a desk file: written beside, verified, synced and renamed; what it replaces is overwritten.

Whoever is stopped at any moment leaves the file before or the file after under the name, never anything between.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import driver, schema
from hrdesk.store.encryption import Key
from hrdesk.store.file_check import HEADER

COMPANIONS = ("-wal", "-shm", "-journal")

_CHUNK = 1024 * 1024


def beside(path: Path) -> Path:
    """Name the file in which a copy is made that is to stand at ``path``."""
    return path.with_name(f".{path.name}.new")


def copy(source: Path, key: Key | None, target: Path, target_key: Key | None) -> int:
    """Copy one state of the desk at ``source`` into the new file ``target`` and give its number of changes.

    The source may be written meanwhile. The copy is checked page by page before it counts; with another key it is
    encrypted anew, and a plain target is plain. Raises OSError, SqliteError, or Refused when the copy is not sound.
    """
    remove(target)
    target.touch(mode=driver.PRIVATE)
    try:
        connection = driver.connect(source, key=key)
        try:
            least = _count(connection)
            if key == target_key:
                connection.execute("VACUUM INTO ?", (driver.address_of(target),))
            else:
                _export(connection, target, target_key)
        finally:
            connection.close()
        held = check(target, target_key)
        if held < least:
            raise _unsound(source)
        sync(target)
        return held
    except BaseException:
        remove(target)
        raise


def check(path: Path, key: Key | None) -> int:
    """Read every page of a copy and give its number of changes; Refused when it is not sound."""
    connection = driver.connect(path, key=key)
    try:
        told = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if told != "ok":
            raise _unsound(path)
        return _count(connection)
    except driver.DatabaseError:
        raise _unsound(path) from None
    finally:
        connection.close()


def put_in_place(made: Path, path: Path, *, overwrite: bool = False) -> None:
    """Rename ``made`` to ``path``, durably; with ``overwrite`` what was there is overwritten where it lies.

    Flash memory may keep the old sectors all the same, which whoever asks for it is told.
    """
    aside = path.with_name(f".{path.name}.old")
    if overwrite and path.exists():
        with contextlib.suppress(OSError):  # a stick's file system knows no second names
            aside.unlink(missing_ok=True)
            os.link(path, aside)
    old = None
    if overwrite and path.exists() and not aside.exists() and sys.platform != "win32":
        old = path.open("r+b")
    try:
        made.replace(path)
        with contextlib.suppress(OSError):  # it is done: what could not be finished is finished at the next opening
            sync(path.parent)
            if old is not None:
                _overwrite(old.fileno(), os.fstat(old.fileno()).st_size)
            if overwrite:
                _wipe_replaced(aside, path)
    finally:
        if old is not None:
            old.close()


def wipe(path: Path) -> None:
    """Overwrite a file and remove it, with its companions; one that is not there is no matter."""
    for one in _with_companions(path):
        with contextlib.suppress(FileNotFoundError), one.open("r+b") as file:
            _overwrite(file.fileno(), one.stat().st_size)
        one.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a file that was begun, with its companions."""
    for one in _with_companions(path):
        one.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """See that a file, or the names in a folder, are on the disk; a file system that cannot is not asked twice."""
    is_folder = path.is_dir()
    if is_folder and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError:
        if not is_folder:
            raise
    finally:
        os.close(handle)


def backups_folder(desk: Path) -> Path:
    """Name the folder of a desk's backups: beside it, so that a stick with the desk has them too."""
    return desk.with_name(f"{desk.name}.backups")


def finish(path: Path, key: Key | None) -> None:
    """Finish what was stopped in the middle: overwrite what was replaced, and put backups made with ``key`` in place.

    Copies that another key opens belong to a change of the key that never came about; a backup that anybody can
    read has no place beside a desk that is encrypted. Called by whoever holds the writer's lock.
    """
    folder = backups_folder(path)
    with contextlib.suppress(OSError):
        _wipe_replaced(path.with_name(f".{path.name}.old"), path)
        wipe(beside(path))
        if not folder.is_dir():
            return
        for begun in sorted(folder.glob(".*.old")):
            _wipe_replaced(begun, begun.with_name(begun.name[1:].removesuffix(".old")))
        for begun in sorted(folder.glob(".*.new")):
            try:
                check(begun, key)
                put_in_place(begun, begun.with_name(begun.name[1:].removesuffix(".new")), overwrite=True)
            except (Refused, driver.SqliteError):
                wipe(begun)
        for kept in sorted(folder.iterdir()) if key else ():
            if kept.is_file() and _is_plain(kept):
                wipe(kept)


def _wipe_replaced(old: Path, now: Path) -> None:
    """Overwrite what was replaced; a second name of the file that is still in place was not, and only goes."""
    if old.exists() and now.exists() and old.samefile(now):
        old.unlink()
    else:
        wipe(old)


def _is_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def _with_companions(path: Path) -> list[Path]:
    """Name a file last and its companions first: whoever is stopped in between still finds the file."""
    return [*(path.with_name(path.name + companion) for companion in COMPANIONS), path]


def _overwrite(handle: int, size: int) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    for start in range(0, size, _CHUNK):
        os.write(handle, bytes(min(_CHUNK, size - start)))
    os.fsync(handle)


def _export(connection: Any, target: Path, key: Key | None) -> None:
    """Write every table into a file with another key; the marks in the head do not come along by themselves."""
    address = f"{driver.address_of(target)}?mode=rwc"
    connection.execute("ATTACH ? AS other KEY ?", (address, key.for_sqlcipher if key else ""))
    connection.execute("BEGIN")
    connection.execute("SELECT sqlcipher_export('other')")
    for mark, value in (("user_version", _mark(connection, "user_version")), ("application_id", schema.APPLICATION_ID)):
        connection.execute(f"PRAGMA other.{mark} = {value}")
    connection.execute("COMMIT")
    connection.execute("DETACH other")


def _mark(connection: Any, name: str) -> int:
    return int(connection.execute(f"PRAGMA main.{name}").fetchone()[0])


def _count(connection: Any) -> int:
    return int(connection.execute("SELECT count(*) FROM change").fetchone()[0])


def _unsound(path: Path) -> Refused:
    return Refused(
        N_("A copy of {path} could not be read back whole. Nothing was changed; please check the disk."), path=str(path)
    )
