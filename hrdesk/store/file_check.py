"""Whether a file is a whole desk file of this version, told from its bytes, and the sentences for when it is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import schema
from hrdesk.store.lock import lock_file

if TYPE_CHECKING:
    from hrdesk.store.encryption import Key


HEADER = b"SQLite format 3\x00"
PAGE = 4096
"""SQLCipher's page; an encrypted file is nothing but such pages."""

FEWEST_SIGNS = 240
"""Of 256 values that a byte can have: what a page of chance shows at the very least, and hardly any text does."""


class Locked(Refused):
    """The desk file is encrypted, and no key or a wrong one was given."""


def is_encrypted(path: Path) -> bool:
    """Tell whether a file is, from its first page and its length, an encrypted desk file: a row of pages of chance."""
    try:
        with path.open("rb") as file:
            page = file.read(PAGE)
        size = path.stat().st_size
    except OSError:
        return False
    return _is_chance(page) and (size % PAGE == 0 or path.with_name(path.name + "-wal").exists())


def check_file(path: Path, key: Key | None = None) -> Key | None:
    """Refuse what is no whole desk file of this version, by its first bytes and its length, touching nothing.

    Gives ``key`` back where the file is encrypted and opened by it, None where the file is plain; Locked otherwise.
    """
    try:
        if path.is_dir():
            raise Refused(N_("{path} is a folder, not a desk file. Please choose a file."), path=str(path))
        size = path.stat().st_size
        with path.open("rb") as file:
            page = file.read(PAGE)
            head = page[:100]
    except FileNotFoundError:
        raise Refused(N_("There is no file {path}. Please check the name."), path=str(path)) from None
    except OSError as error:
        raise cannot_read(path, error) from None
    if len(head) < 100 or head[:16] != HEADER:
        if size and head[:16] == HEADER[: len(head[:16])]:
            raise cut_short(path)
        if is_encrypted(path):
            return _fitting(path, key)
        if _is_chance(page) and path.suffix == ".hrdesk":
            raise cut_short(path)
        raise Refused(N_("{path} is not a desk file of hrdesk. It was not touched."), path=str(path))
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise Refused(N_("{path} is not a desk file of hrdesk. It was not touched."), path=str(path))
    if int.from_bytes(head[60:64], "big") > schema.FORMAT:
        raise Refused(
            N_("{path} was made by a newer hrdesk. It was not touched; please open it with the newer version."),
            path=str(path),
        )
    length = int.from_bytes(head[16:18], "big")
    length = 65536 if length == 1 else length
    pages = int.from_bytes(head[28:32], "big")
    # While a crashed writer's WAL is still beside the file, the length in the head is not the whole truth.
    if size < length * pages and not path.with_name(path.name + "-wal").exists():
        raise cut_short(path)
    return None


def _fitting(path: Path, key: Key | None) -> Key:
    if key is None:
        raise Locked(
            N_("{path} is encrypted. It was not touched; please give its passphrase or its paper key."), path=str(path)
        )
    from hrdesk.store.encryption import opens  # a plain desk needs nothing of it

    if not opens(key, path):
        raise Locked(
            N_("This passphrase or paper key does not open {path}. Nothing was changed; please try again."),
            path=str(path),
        )
    return key


def refuse_desk_file(target: Path) -> None:
    """Refuse to write a document or a bundle over a desk file: nothing could bring the desk back."""
    is_desk = lock_file(target).exists()  # never open a desk that this very process may be writing
    if not is_desk:
        try:
            with target.open("rb") as file:
                is_desk = file.read(16) == HEADER
        except OSError:
            return
        is_desk = is_desk or (target.suffix == ".hrdesk" and is_encrypted(target))
    if is_desk:
        raise Refused(N_("{path} is a desk file. It was not touched; please choose another name."), path=str(target))


def cut_short(path: Path) -> Refused:
    return Refused(
        N_("{path} is cut short: a part of it is missing. It was not touched; please take it from its source again."),
        path=str(path),
    )


def cannot_write(path: Path, error: Exception) -> Refused:
    return Refused(
        N_("{path} cannot be written ({reason}). Nothing was changed; please check the place and the room left there."),
        path=str(path),
        reason=_reason(error),
    )


def cannot_read(path: Path, error: Exception) -> Refused:
    return Refused(
        N_("{path} cannot be read ({reason}). It was not touched; please take it from its source again."),
        path=str(path),
        reason=_reason(error),
    )


def _is_chance(page: bytes) -> bool:
    return len(page) == PAGE and len(set(page)) >= FEWEST_SIGNS


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
