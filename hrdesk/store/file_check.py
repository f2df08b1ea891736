"""Whether a file is a whole desk file of this version, told from its bytes, and the sentences for when it is not."""

from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import schema
from hrdesk.store.lock import lock_file


def check_file(path: Path) -> None:
    """Refuse what is no whole desk file of this version, by its first bytes and its length, touching nothing."""
    try:
        if path.is_dir():
            raise Refused(N_("{path} is a folder, not a desk file. Please choose a file."), path=str(path))
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise Refused(N_("There is no file {path}. Please check the name."), path=str(path)) from None
    except OSError as error:
        raise cannot_read(path, error) from None
    if len(head) < 100 or head[:16] != b"SQLite format 3\x00":
        if size and head[:16] == b"SQLite format 3\x00"[: len(head[:16])]:
            raise cut_short(path)
        raise Refused(N_("{path} is not a desk file of hrdesk. It was not touched."), path=str(path))
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise Refused(N_("{path} is not a desk file of hrdesk. It was not touched."), path=str(path))
    if int.from_bytes(head[60:64], "big") > schema.FORMAT:
        raise Refused(
            N_("{path} was made by a newer hrdesk. It was not touched; please open it with the newer version."),
            path=str(path),
        )
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    # While a crashed writer's WAL is still beside the file, the length in the head is not the whole truth.
    if size < page * pages and not path.with_name(path.name + "-wal").exists():
        raise cut_short(path)


def refuse_desk_file(target: Path) -> None:
    """Refuse to write a document or a bundle over a desk file: nothing could bring the desk back."""
    is_desk = lock_file(target).exists()  # never open a desk that this very process may be writing
    if not is_desk:
        try:
            with target.open("rb") as file:
                is_desk = file.read(16) == b"SQLite format 3\x00"
        except OSError:
            return
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


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
