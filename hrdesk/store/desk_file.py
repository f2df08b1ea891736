"""The desk file on disk: made, opened for one writer, read beside it, and refused in one sentence when it is not ours.

A file at rest is a plain SQLite file without companions, so that a copy of it is complete; while a writer has it
open it is in WAL mode with ``synchronous=FULL``.
"""

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records.ids import new_id
from hrdesk.store import driver, schema
from hrdesk.store.file_check import cannot_read, cannot_write, check_file
from hrdesk.store.identity import Mark, Profile, choose_incarnation, keep_incarnation
from hrdesk.store.lock import WriterLock
from hrdesk.store.merge import rebuild
from hrdesk.store.pen import Clock, Pen
from hrdesk.store.reading import Reader

SUFFIX = ".hrdesk"


class DeskFile:
    """One desk file open for writing. Threads take turns; each job that only reads asks for a reader of its own."""

    def __init__(self, path: Path, connection: Any, lock: WriterLock, profile: Profile, clock: Clock) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._profile = profile
        self._clock = clock
        self._turn = threading.RLock()
        self.desk_id = str(connection.execute("SELECT value FROM meta WHERE key = 'desk'").fetchone()[0])
        self._mark = choose_incarnation(connection, profile, self.desk_id, str(path.resolve()))

    @classmethod
    def create(cls, path: Path, profile: Profile, clock: Clock) -> "DeskFile":
        """Make a new desk file; Refused when there is a file already or the place cannot be written."""
        if path.exists():
            raise Refused(
                N_("There is already a file {path}. It was not touched; please choose another name."), path=str(path)
            )
        assert profile.device  # a key that cannot be read is refused before there is a file
        beside = path.with_name(f".{path.name}.new")
        try:
            for companion in ("", "-wal", "-shm", "-journal"):
                beside.with_name(beside.name + companion).unlink(missing_ok=True)
            connection = driver.connect(beside, writing=True)
            db = driver.database(connection)
            schema.migrate(db)
            with db.atomic():
                schema.make_derived(connection)
                connection.execute("REPLACE INTO meta VALUES ('desk', ?)", (new_id(clock()),))
            connection.close()
            if path.exists():
                raise FileExistsError(path)
            beside.rename(path)
        except (OSError, driver.SqliteError) as error:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise cannot_write(path, error) from None
        return cls.open(path, profile, clock)

    @classmethod
    def open(cls, path: Path, profile: Profile, clock: Clock) -> "DeskFile":
        """Open a desk file for writing; Refused, with nothing touched, when it is not one or is being written."""
        if not path.is_file():
            check_file(path)
        lock = WriterLock(path)
        # The lock comes first: opening and closing the file of a desk that this very process is writing would take
        # SQLite's own locks away from it (POSIX drops them with the first descriptor that is closed).
        try:
            taken = lock.take()
        except OSError as error:
            check_file(path)
            raise cannot_write(path, error) from None
        if not taken:
            raise Refused(
                N_(
                    "{path} is open for writing in another window or command. Nothing was changed;"
                    " please close it there and try again."
                ),
                path=str(path),
            )
        connection = None
        try:
            check_file(path)
            connection = driver.connect(path, writing=True)
            _check_inside(connection, path)
            assert profile.device  # a key that cannot be read is refused before the first byte is written
            driver.for_writing(connection)
            _bring_up_to_date(connection)
            return cls(path, connection, lock, profile, clock)
        except (OSError, driver.SqliteError) as error:
            _close(connection, lock)
            raise cannot_write(path, error) from None
        except BaseException:
            _close(connection, lock)
            raise

    @property
    def device(self) -> str:
        """Name the device and incarnation that this desk writes as."""
        return f"{self._profile.device}.{self._mark.incarnation}"

    @contextlib.contextmanager
    def writing(self) -> Iterator[Any]:
        """Give the connection inside one transaction: all of it is kept, or nothing."""
        with self._turn:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except driver.SqliteError as error:
                raise cannot_write(self.path, error) from None
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except driver.SqliteError as error:
                self._take_back()
                raise cannot_write(self.path, error) from None
            except BaseException:
                self._take_back()
                raise

    @contextlib.contextmanager
    def pen(self) -> Iterator[Pen]:
        """Give a pen inside one transaction; the number it reached is remembered outside the file before the commit."""
        with self._turn, self.writing() as connection:
            self._mark = keep_incarnation(connection, self._profile, self._mark)
            pen = Pen(connection, self.device, self._mark.highest, self._clock)
            yield pen
            if pen.seq != self._mark.highest:
                mark = Mark(self._mark.incarnation, pen.seq, str(self.path.resolve()))
                self._profile.remember(self.desk_id, mark)
                self._mark = mark

    @contextlib.contextmanager
    def writing_already(self) -> Iterator[Any]:
        """Give the connection to whoever is inside a transaction of this thread, or only looks."""
        with self._turn:
            yield self._connection

    def now(self) -> str:
        """Give the time in UTC, to the millisecond."""
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give a reader on the writer's own connection, for short questions between two commands."""
        with self._turn:
            yield Reader(self._connection)

    def close(self) -> None:
        """Close the file and leave it without companions."""
        with self._turn:
            _close(self._connection, self._lock)

    def _take_back(self) -> None:
        with contextlib.suppress(driver.SqliteError):
            self._connection.execute("ROLLBACK")


@contextlib.contextmanager
def reader(path: Path, *, is_open: bool = False) -> Iterator[Reader]:
    """Read a desk file beside its writer, one state of it, and leave nothing behind.

    ``is_open`` says that this process itself is writing the file: then it must not be opened in any other way.
    """
    if not is_open:
        check_file(path)
    connection = None
    try:
        connection = driver.connect(path)
        connection.execute("BEGIN")
        _check_inside(connection, path)
        held = connection.execute("SELECT value FROM meta WHERE key = 'signature'").fetchone()
        if held is None or held[0] != schema.signature():
            raise Refused(
                N_(
                    "{path} was made by an older hrdesk. It was not touched; please open it once in the window,"
                    " which brings it up to date."
                ),
                path=str(path),
            )
        yield Reader(connection)
    except driver.SqliteError as error:
        raise cannot_read(path, error) from None
    finally:
        if connection is not None:
            connection.close()


def _check_inside(connection: Any, path: Path) -> None:
    """Look at the parts that every desk file has; SQLite itself notices pages that are damaged."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.FORMAT:
        raise Refused(
            N_("{path} was made by a newer hrdesk. It was not touched; please open it with the newer version."),
            path=str(path),
        )
    connection.execute("SELECT count(*) FROM meta").fetchone()


def _bring_up_to_date(connection: Any) -> None:
    """Migrate and rebuild where that is due; a desk of this version is opened without loading sqlite-utils."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < schema.FORMAT:
        schema.migrate(driver.database(connection))
    held = connection.execute("SELECT value FROM meta WHERE key = 'signature'").fetchone()
    if held is None or held[0] != schema.signature():
        with driver.database(connection).atomic():
            rebuild(connection)


def _close(connection: Any, lock: WriterLock) -> None:
    if connection is not None:
        with contextlib.suppress(driver.SqliteError):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with contextlib.suppress(driver.SqliteError):
            connection.execute("PRAGMA journal_mode = DELETE")  # refused while someone reads: the next close does it
        connection.close()
    lock.drop()
