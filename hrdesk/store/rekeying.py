"""Another key for a desk and all its backups, or none: whoever is stopped in it has all the old, or all the new."""

from __future__ import annotations

from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.store import copying, driver
from hrdesk.store.backup import list_of
from hrdesk.store.desk_file import DeskFile
from hrdesk.store.encryption import Key
from hrdesk.store.file_check import cannot_write


def change_key(desk_file: DeskFile, key: Key | None) -> list[str]:
    """Encrypt a desk and all its backups with ``key``, or with none; name the backups that could not be carried over.

    Backups first, under names that count only with the new key; then the desk, in one step; then their names. What
    was there before is overwritten; flash memory may keep the old sectors all the same.
    """
    before = desk_file.key
    lost = []
    folder = copying.backups_folder(desk_file.path)
    try:
        for one in list_of(desk_file.path):
            try:
                copying.copy(one.path, before, copying.beside(one.path), key)
            except (Refused, driver.SqliteError):
                lost.append(one)

        def anew(beside: Path) -> Key | None:
            copying.copy(desk_file.path, before, beside, key)
            return key

        desk_file.replace(anew, overwrite=True)
    except BaseException as error:
        for begun in folder.glob(".*.new"):
            copying.wipe(begun)
        if isinstance(error, OSError):
            raise cannot_write(desk_file.path, error) from None
        raise
    for old in (*(one.path for one in lost), *folder.glob(".*.part*")):
        copying.wipe(old)
    copying.finish(desk_file.path, key)
    return [one.path.name for one in lost]
