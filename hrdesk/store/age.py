"""The age encryption format (age-encryption.org/v1), spoken by pyrage: to recipients' keys or with a passphrase.

What passes through is never on disk in the clear: a pipe joins the one side to the other, and a thread works between
them. The program ``age`` of Debian opens what is written here, and what it writes is opened here. A passphrase is
stretched by scrypt as the format says; that form is handled whole in memory, which the size of a bundle allows.
"""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.identity import Profile

MAGIC = b"age-encryption.org/v1\n"
ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_PASSPHRASE_MARK = MAGIC + b"-> scrypt "
_BLOCK = 1 << 16


@dataclass(frozen=True)
class Opener:
    """What may open an encrypted file: the age key of a profile, a passphrase, or both."""

    profile: Profile | None = None
    passphrase: str | None = None


class CannotOpen(Exception):
    """Something that this opener does not open; ``why`` is NOT_OURS, NO_PASSPHRASE, WRONG_PASSPHRASE or DAMAGED."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


NOT_OURS, NO_PASSPHRASE, WRONG_PASSPHRASE, DAMAGED = "not ours", "no passphrase", "wrong passphrase", "damaged"


def is_age(head: bytes) -> bool:
    """Tell by its first bytes whether something is in the format of age."""
    return head.startswith((MAGIC, ARMOR))


def needs_passphrase(head: bytes) -> bool:
    """Tell by its first bytes whether something was encrypted with a passphrase."""
    return head.startswith(_PASSPHRASE_MARK)


def check_recipient(told: str) -> str:
    """Give the address ``told`` (``age1…``), or refuse what is none."""
    from pyrage import RecipientError, x25519  # slow to load, and only who encrypts needs it

    try:
        return str(x25519.Recipient.from_str(told.strip()))
    except RecipientError:
        raise Refused(
            N_("“{recipient}” is no address for encryption. Nothing was written; it begins with age1."),
            recipient=told,
        ) from None


def seal_bytes(data: bytes, recipients: Sequence[str] = (), passphrase: str | None = None) -> bytes:
    """Encrypt ``data`` to ``recipients``, or with ``passphrase``: age allows no mixture of both."""
    import pyrage

    if passphrase is not None:
        return bytes(pyrage.passphrase.encrypt(data, passphrase))
    return bytes(pyrage.encrypt(data, _addresses(recipients)))


def open_bytes(data: bytes, opener: Opener) -> bytes:
    """Decrypt ``data``; CannotOpen says why not."""
    import pyrage

    if needs_passphrase(data) or (data.startswith(ARMOR) and opener.passphrase is not None):
        if opener.passphrase is None:
            raise CannotOpen(NO_PASSPHRASE)
        try:
            return bytes(pyrage.passphrase.decrypt(data, opener.passphrase))
        except pyrage.DecryptError as error:
            raise CannotOpen(WRONG_PASSPHRASE if "Decryption failed" in str(error) else DAMAGED) from None
    try:
        return bytes(pyrage.decrypt(data, _identities(opener)))
    except pyrage.DecryptError as error:
        raise CannotOpen(_why(error)) from None


@contextlib.contextmanager
def seal_stream(
    target: IO[bytes], recipients: Sequence[str] = (), passphrase: str | None = None
) -> Iterator[IO[bytes]]:
    """Give a stream to write in the clear; what is written there reaches ``target`` encrypted."""
    if passphrase is not None:
        held = BytesIO()
        yield held
        target.write(seal_bytes(held.getvalue(), passphrase=passphrase))
        return
    import pyrage

    addresses = _addresses(recipients)
    faults: list[Exception] = []
    guarded = _Guarded(target, faults)
    reading, writing = os.pipe()
    source = os.fdopen(reading, "rb", 0)
    worker = _start(lambda: pyrage.encrypt_io(source, guarded, addresses), source, faults)
    stream = os.fdopen(writing, "wb", _BLOCK)
    try:
        yield stream
        stream.close()
    except BrokenPipeError:
        pass  # the other side failed first, and its reason is the one to tell
    finally:
        _close(stream)
        worker.join()
    if faults:
        raise faults[0] if isinstance(faults[0], OSError) else OSError(str(faults[0]))


@contextlib.contextmanager
def open_stream(source: IO[bytes], head: bytes, opener: Opener) -> Iterator[IO[bytes]]:
    """Give a stream of what ``source``, which begins with ``head``, holds in the clear; CannotOpen says why not.

    Damage further on in the file is raised by the stream when it is reached.
    """
    if needs_passphrase(head) or (head.startswith(ARMOR) and opener.passphrase is not None):
        yield BytesIO(open_bytes(source.read(), opener))
        return
    import pyrage

    identities = _identities(opener)
    faults: list[Exception] = []
    reading, writing = os.pipe()
    target = os.fdopen(writing, "wb", 0)
    worker = _start(lambda: pyrage.decrypt_io(source, target, identities), target, faults)
    stream = _Opened(os.fdopen(reading, "rb", _BLOCK), worker, faults)
    try:
        yield stream  # type: ignore[misc]  # it reads, which is all that is asked of it
    finally:
        stream.close()  # the worker's pipe breaks, if it is still at work
        worker.join()


class _Opened:
    """The clear side of a pipe, which tells what went wrong on the other side when it ends."""

    def __init__(self, stream: IO[bytes], worker: threading.Thread, faults: list[Exception]) -> None:
        self._stream = stream
        self._worker = worker
        self._faults = faults

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        if len(data) < size or size < 0:
            self._worker.join()
            if self._faults:
                fault = self._faults[0]
                # The library tells damage as an error of reading, too; the system's own errors have a number.
                raise fault if getattr(fault, "errno", None) else CannotOpen(_why(fault))
        return data

    def close(self) -> None:
        _close(self._stream)


class _Guarded:
    """Passes writing on and keeps the system's own error, of which the library would only tell the text."""

    def __init__(self, target: IO[bytes], faults: list[Exception]) -> None:
        self._target = target
        self._faults = faults

    def write(self, data: bytes) -> int:
        try:
            return self._target.write(data)
        except OSError as error:
            self._faults.append(error)
            raise

    def flush(self) -> None:
        self._target.flush()


def _start(work: Callable[[], Any], end: IO[bytes], faults: list[Exception]) -> threading.Thread:
    """Do ``work`` in a thread of its own, and close its end of the pipe after it."""

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the side that waits must hear of it
            faults.append(error)
        finally:
            _close(end)

    worker = threading.Thread(target=run, name="age", daemon=True)
    worker.start()
    return worker


def _close(stream: IO[bytes]) -> None:
    with contextlib.suppress(OSError):
        stream.close()


def _addresses(recipients: Sequence[str]) -> list[Any]:
    from pyrage import x25519

    return [x25519.Recipient.from_str(check_recipient(one)) for one in recipients]


def _identities(opener: Opener) -> list[Any]:
    return [opener.profile.age_identity()] if opener.profile else []


def _why(error: Exception) -> str:
    return NOT_OURS if "No matching keys" in str(error) else DAMAGED
