"""The desk file on disk: made, opened for one writer, read beside it, and refused in one sentence when it is not ours.

A file at rest is one file without companions, SQLite's or encrypted by SQLCipher, so that a copy of it is complete;
while a writer has it open it is in WAL mode with ``synchronous=FULL``.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records.ids import new_id
from hrdesk.store import driver, schema, way_back
from hrdesk.store.file_check import cannot_read, cannot_write, check_file
from hrdesk.store.identity import Profile, choose_incarnation, keep_incarnation
from hrdesk.store.identity_lock import IdentityLock
from hrdesk.store.lock import WriterLock, take_lock
from hrdesk.store.marks import Mark
from hrdesk.store.opening import (
    bring_up_to_date,
    check_inside,
    finish_what_was_begun,
    let_go,
    roll_back_what_a_crash_left,
    without_companions,
)
from hrdesk.store.reading import Reader

if TYPE_CHECKING:  # what writes is loaded with the first pen
    from hrdesk.store.encryption import Key
    from hrdesk.store.pen import Clock, Pen

SUFFIX = ".hrdesk"

PATIENCE = 5.0
"""Seconds that another reader is given to finish before the file is put in another's place."""


class DeskFile:
    """One desk file open for writing. Threads take turns; each job that only reads asks for a reader of its own."""

    def __init__(
        self, path: Path, connection: Any, lock: WriterLock, profile: Profile, clock: Clock, key: Key | None = None
    ) -> None:
        self.path = path
        self.key = key
        self._connection = connection
        self._lock = lock
        self.profile = profile
        self.identity_lock = connection.identity_lock = IdentityLock(profile)
        self.clock = clock
        self._turn = threading.RLock()
        self._beside: Any = None
        self._glance = threading.RLock()
        self.desk_id = str(connection.execute("SELECT value FROM meta WHERE key = 'desk'").fetchone()[0])
        self._last_id = ""
        self._place = str(path.resolve())
        self._marks = profile.marks(self.desk_id)
        self._mark = choose_incarnation(connection, profile, self.desk_id, self._place)

    @classmethod
    def create(cls, path: Path, profile: Profile, clock: Clock, key: Key | None = None) -> DeskFile:
        """Make a new desk file, encrypted with ``key`` if there is one.

        Refused when there is a file already or the place cannot be written.
        """
        if path.exists():
            raise Refused(
                N_("There is already a file {path}. It was not touched; please choose another name."), path=str(path)
            )
        assert profile.device  # a key that cannot be read is refused before there is a file
        beside = path.with_name(f".{path.name}.new")
        try:
            for companion in ("", "-wal", "-shm", "-journal"):
                beside.with_name(beside.name + companion).unlink(missing_ok=True)
            connection = driver.connect(beside, writing=True, key=key)
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
        return cls.open(path, profile, clock, key)

    @classmethod
    def open(cls, path: Path, profile: Profile, clock: Clock, key: Key | None = None) -> DeskFile:
        """Open a desk file for writing; Refused, with nothing touched, when it is not one or is being written.

        Locked when it is encrypted and ``key`` is not its key; a plain file needs none and takes no notice of one.
        """
        if not path.is_file():
            check_file(path)
        # The lock comes first: opening and closing the file of a desk that this very process is writing would take
        # SQLite's own locks away from it (POSIX drops them with the first descriptor that is closed).
        try:
            lock = take_lock(path)
        except OSError as error:
            check_file(path)
            raise cannot_write(path, error) from None
        connection = None
        try:
            key = check_file(path, key)
            connection = driver.connect(path, writing=True, key=key)
            check_inside(connection, path)
            assert profile.device  # a key that cannot be read is refused before the first byte is written
            driver.for_writing(connection)
            bring_up_to_date(connection)
            finish_what_was_begun(path, key)
            return cls(path, connection, lock, profile, clock, key)
        except (OSError, driver.SqliteError) as error:
            let_go(connection, lock)
            raise cannot_write(path, error) from None
        except BaseException:
            let_go(connection, lock)
            raise

    @property
    def device(self) -> str:
        """Name the device and incarnation that this desk writes as."""
        return f"{self.profile.device}.{self._mark.incarnation}"

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
        from hrdesk.store.pen import Pen

        with self._turn, self.writing() as connection:
            self._mark = keep_incarnation(connection, self.profile, self._mark)
            pen = Pen(connection, self.device, self._mark.highest, self.clock, self.profile)
            pen.last_id = self._last_id
            yield pen
            pen.finish()
            self._last_id = pen.last_id
            if pen.seq != self._mark.highest:
                mark = Mark(self._mark.incarnation, pen.seq, self._place)
                way_back.forget(connection)
                self._marks.keep(mark)
                self._mark = mark

    @contextlib.contextmanager
    def writing_already(self) -> Iterator[Any]:
        """Give the connection to whoever is inside a transaction of this thread, or only looks."""
        with self._turn:
            yield self._connection

    def now(self) -> str:
        """Give the time in UTC, to the millisecond."""
        return self.clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give a reader on the writer's own connection, for short questions between two commands."""
        with self._turn:
            yield Reader(self._connection)

    @contextlib.contextmanager
    def looking(self) -> Iterator[Any]:
        """Give a connection that only reads, one state of the desk: whoever looks never waits for a commit."""
        with self._glance:
            if self._beside is None:
                self._beside = driver.connect(self.path, key=self.key, identity_lock=self.identity_lock)
            if self._beside.in_transaction:
                yield self._beside
                return
            self._beside.execute("BEGIN")
            try:
                yield self._beside
            finally:
                self._beside.execute("ROLLBACK")

    def replace(self, make: Callable[[Path], Key | None], *, overwrite: bool = False) -> None:
        """Put another file in the place of this one, which goes on being open: all at once, or not at all.

        ``make`` is given the name under which to make it and gives the key that opens it. Refused while others read.
        """
        from hrdesk.store import copying  # only who restores or encrypts needs it

        with self._turn, self._glance:
            self._rest()
            beside = copying.beside(self.path)
            try:
                key = make(beside)
                copying.put_in_place(beside, self.path, overwrite=overwrite)
                self.key = key
            except (OSError, driver.SqliteError) as error:
                copying.remove(beside)
                raise cannot_write(self.path, error) from None
            except BaseException:
                copying.remove(beside)
                raise
            finally:
                self._wake()

    def close(self) -> None:
        """Close the file and leave it without companions."""
        with self._turn, self._glance:
            self._look_away()
            self._marks.close()
            let_go(self._connection, self._lock)

    def _rest(self) -> None:
        """Close the connection and keep the lock; Refused, and open as before, while somebody else reads the file."""
        self._look_away()
        ends = time.monotonic() + PATIENCE
        while not without_companions(self._connection):
            if time.monotonic() > ends:
                driver.for_writing(self._connection)
                raise Refused(
                    N_(
                        "{path} is being read by another window or command. Nothing was changed;"
                        " please wait until that is done and try again."
                    ),
                    path=str(self.path),
                )
            time.sleep(0.05)
        self._connection.close()

    def _wake(self) -> None:
        """Open the file that now lies at the place; an older state of it is a new incarnation."""
        self._connection = driver.connect(self.path, writing=True, key=self.key, identity_lock=self.identity_lock)
        driver.for_writing(self._connection)
        bring_up_to_date(self._connection)
        self._mark = choose_incarnation(self._connection, self.profile, self.desk_id, self._place)

    def _look_away(self) -> None:
        if self._beside is not None:
            self._beside.close()
            self._beside = None

    def _take_back(self) -> None:
        with contextlib.suppress(driver.SqliteError):
            self._connection.execute("ROLLBACK")


@contextlib.contextmanager
def reader(
    path: Path, *, key: Key | None = None, is_open: bool = False, identity_lock: IdentityLock | None = None
) -> Iterator[Reader]:
    """Read a desk file beside its writer, one state of it, and leave nothing behind; Locked without its key.

    ``is_open``: this process writes the file. Who a protected person is can only be read with an ``identity_lock``.
    """
    if not is_open:
        key = check_file(path, key)
        roll_back_what_a_crash_left(path, key)
    connection = None
    try:
        connection = driver.connect(path, key=key, identity_lock=identity_lock)
        connection.execute("BEGIN")
        check_inside(connection, path)
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
