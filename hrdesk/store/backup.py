"""Backups of a desk: whole copies in a folder beside it, each verified before it counts, rotated, and restored.

A backup is encrypted as the desk is, with the same key. Restoring one is an operation of the desk: the state of now
becomes a backup first, undo is emptied, and the next number written belongs to a new incarnation. What was withdrawn
since stays withdrawn.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import copying, driver
from hrdesk.store.desk_file import DeskFile
from hrdesk.store.encryption import Key
from hrdesk.store.file_check import cannot_read, cannot_write, check_file
from hrdesk.store.identity import RESTORED
from hrdesk.store.lock import take_lock
from hrdesk.store.opening import bring_up_to_date

if TYPE_CHECKING:
    from hrdesk.store.carrying import Known

WHYS = {
    "asked": N_("made by hand"),
    "schedule": N_("made by itself"),
    "merge": N_("before a merge"),
    "restore": N_("before a backup was restored"),
    "repair": N_("before a repair"),
    "damaged": N_("the damaged file, kept as it was"),
}
"""Why a backup was made; the word is part of its file's name."""

NEWEST = 10
DAYS = 14
DAYS_OF_MERGES = 7
"""What rotation keeps: the newest ones, one of each of so many days, those before merges for so many days."""

_NAME = re.compile(r"(\d{8}T\d{9}Z)-([a-z]+)\.hrdesk")
_TIME = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Backup:
    """One backup: its file, when it was made (UTC, ISO 8601), and why (a key of ``WHYS``)."""

    path: Path
    at: str
    why: str

    @property
    def is_whole(self) -> bool:
        """Tell whether it was verified; a damaged desk is kept as it was found."""
        return self.why != "damaged"


def make(desk_file: DeskFile, why: str) -> Backup:
    """Make a backup of an open desk, beside whoever reads or writes it; safe in any thread."""
    return make_of(desk_file.path, desk_file.key, why, desk_file.now())


def make_of(path: Path, key: Key | None, why: str, at: str) -> Backup:
    """Make a verified backup of the desk at ``path`` and drop those that rotation no longer keeps.

    Refused when there is no room: then no earlier backup was touched.
    """
    backup = _named(path, why, at)
    part = backup.path.with_name(f".{backup.path.name}.part")
    try:
        backup.path.parent.mkdir(mode=0o700, exist_ok=True)
        copying.copy(path, key, part, key)
        copying.put_in_place(part, backup.path)
    except (OSError, driver.SqliteError) as error:
        with contextlib.suppress(OSError):
            copying.remove(part)
        raise Refused(
            N_("No backup of {path} could be made ({reason}). Nothing was changed; please make room there."),
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from None
    rotate(path, at)
    return backup


def list_of(path: Path) -> list[Backup]:
    """List the backups of the desk at ``path``, the newest first."""
    folder = copying.backups_folder(path)
    found = []
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for file in folder.iterdir():
            matched = _NAME.fullmatch(file.name)
            if matched and matched[2] in WHYS:
                with contextlib.suppress(ValueError):  # digits of no day that ever was
                    found.append(Backup(file, _iso(matched[1]), matched[2]))
    return sorted(found, key=lambda one: one.path.name, reverse=True)


def to_drop(held: Collection[Backup], now: datetime) -> list[Backup]:
    """Choose the backups that rotation drops: never the newest one that was verified."""
    newest_first = sorted(held, key=lambda one: one.at, reverse=True)
    kept = set(newest_first[:NEWEST]) | {next((one for one in newest_first if one.is_whole), None)}
    days: set[str] = set()
    for one in newest_first:
        age = now - datetime.fromisoformat(one.at)
        if one.at[:10] not in days and age < timedelta(days=DAYS) and one.is_whole:
            days.add(one.at[:10])
            kept.add(one)
        if one.why == "merge" and age < timedelta(days=DAYS_OF_MERGES):
            kept.add(one)
    return [one for one in newest_first if one not in kept]


def rotate(path: Path, at: str) -> None:
    """Drop what is not kept any longer, and what was begun a day ago and never finished."""
    now = datetime.fromisoformat(at)
    with contextlib.suppress(OSError, ValueError):  # what cannot be dropped now is dropped next time
        for one in to_drop(list_of(path), now):
            copying.remove(one.path)
        for part in copying.backups_folder(path).glob(".*.part*"):
            matched = _NAME.search(part.name)
            if matched and now - datetime.fromisoformat(_iso(matched[1])) > timedelta(days=1):
                part.unlink(missing_ok=True)


def restore_open(desk_file: DeskFile, backup: Backup) -> None:
    """Put ``backup`` in the place of an open desk; Refused, with the desk as it was, when it is not sound."""
    from hrdesk.store import carrying  # takes changes in, which who makes a backup need not load

    check_file(backup.path, desk_file.key)
    make(desk_file, "restore")
    with desk_file.writing_already() as connection:
        known = carrying.known_to(connection)

    def from_backup(beside: Path) -> Key | None:
        return _restored(backup, desk_file.key, beside, known)

    desk_file.replace(from_backup)


def restore(path: Path, backup: Backup, key: Key | None, at: str) -> Backup | None:
    """Put ``backup`` in the place of the desk at ``path``, which nobody has open and which may be damaged or gone.

    Gives the backup that the state of now became: as it was found where it could not be read.
    """
    from hrdesk.store import carrying

    key = check_file(backup.path, key)
    try:
        lock = take_lock(path)
        try:
            known = carrying.known_to_file(path, key)
            kept = keep_as_found(path, key, "restore", at)
            beside = copying.beside(path)
            _restored(backup, key, beside, known)
            for companion in copying.COMPANIONS:  # of the file that goes: nothing of it may be played into the new one
                path.with_name(path.name + companion).unlink(missing_ok=True)
            copying.put_in_place(beside, path)
            return kept
        finally:
            lock.drop()
    except (OSError, driver.SqliteError) as error:
        raise cannot_write(path, error) from None


def keep_as_found(path: Path, key: Key | None, why: str, at: str) -> Backup | None:
    """Make a backup of a desk that may be damaged: byte by byte, with its WAL, where it cannot be read."""
    if not path.exists():
        return None
    try:
        return make_of(path, check_file(path, key), why, at)
    except Refused:
        backup = _named(path, "damaged", at)
        backup.path.parent.mkdir(mode=0o700, exist_ok=True)
        for companion in ("", "-wal"):
            found = path.with_name(path.name + companion)
            if found.exists():
                shutil.copyfile(found, backup.path.with_name(backup.path.name + companion))
        copying.sync(backup.path)
        return backup


def clean(path: Path, hashes: Iterable[bytes], key: Key | None = None, persons: Collection[str] = ()) -> list[str]:
    """Drop the lines with these hashes from every backup; one that cannot be opened is removed, and named.

    Undo and drafts of a backup go with them: both may hold what is to vanish. So do the keys of ``persons``.
    """
    named, removed = frozenset(hashes), []
    for one in list_of(path):
        beside = copying.beside(one.path)
        try:
            copying.copy(one.path, check_file(one.path, key), beside, key)
            _forget(beside, check_file(beside, key), named, persons)
            copying.put_in_place(beside, one.path, overwrite=True)
        except (Refused, OSError, driver.SqliteError):
            copying.remove(beside)
            copying.wipe(one.path)
            removed.append(one.path.name)
    return removed


def destroy(path: Path) -> None:
    """Overwrite and remove a desk that nobody has open, its backups, and all that was begun beside it."""
    folder = copying.backups_folder(path)
    try:
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            copying.wipe(file)
        if folder.is_dir():
            folder.rmdir()
        for one in (copying.beside(path), path.with_name(f".{path.name}.old"), path):
            copying.wipe(one)
    except OSError as error:
        raise cannot_write(path, error) from None


def _restored(backup: Backup, key: Key | None, beside: Path, known: Known) -> Key | None:
    """Copy a backup, empty what belongs to the time after it (undo), and keep what going back must not undo."""
    from hrdesk.store import carrying, unfinished, withdrawals

    try:
        copying.copy(backup.path, key, beside, key)
        connection = driver.connect(beside, writing=True, key=key)
        try:
            bring_up_to_date(connection)
            connection.execute("BEGIN IMMEDIATE")
            for table in ("command", "command_cell", "stand"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("REPLACE INTO meta VALUES (?, '1')", (RESTORED,))
            carrying.keep(connection, known)
            connection.execute("COMMIT")
            if unfinished.is_due(connection):
                withdrawals.clean(connection)
        finally:
            connection.close()
        copying.sync(beside)
    except driver.DatabaseError as error:
        copying.remove(beside)
        raise cannot_read(backup.path, error) from None
    return key


def _forget(file: Path, key: Key | None, hashes: Collection[bytes], persons: Collection[str]) -> None:
    """Take lines out of a file that nobody else knows yet, with all that was made from them."""
    from hrdesk.store import withdrawals  # rebuilds whole desks, which a backup in passing need not load
    from hrdesk.store.merge import rebuild

    connection = driver.connect(file, writing=True, key=key)
    try:
        bring_up_to_date(connection)
        connection.execute("BEGIN IMMEDIATE")
        withdrawals.forget(connection, hashes)
        connection.executemany("DELETE FROM identity_key WHERE person = ?", [(one,) for one in persons])
        for table in ("command", "command_cell", "stand", "draft"):
            connection.execute(f"DELETE FROM {table}")
        rebuild(connection)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()
    copying.sync(file)


def _named(path: Path, why: str, at: str) -> Backup:
    """Name a new backup; of two in one millisecond the second is a millisecond later."""
    assert why in WHYS
    moment = datetime.fromisoformat(at).astimezone(UTC)
    while True:
        told = f"{moment:%Y%m%dT%H%M%S}{moment.microsecond // 1000:03}Z"
        file = copying.backups_folder(path) / f"{told}-{why}.hrdesk"
        if not file.exists():
            return Backup(file, _iso(told), why)
        moment += timedelta(milliseconds=1)


def _iso(told: str) -> str:
    moment = datetime.strptime(f"{told[:-1]}000", _TIME).replace(tzinfo=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
