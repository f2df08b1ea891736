"""Which device writes: an Ed25519 key in a profile folder outside the desk file, and an incarnation number.

A desk file that was copied, restored from a backup or moved to another machine must never go on under the name
under which the other copy may still write. So the profile remembers, for each desk, where the file lay and the
highest number written; whatever does not fit starts a new incarnation. Two desks may meet in a third, so that no
number is given twice on one device, whichever desk it was given for.
"""

import base64
import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.marks import Mark, MarkFile
from hrdesk.store.private_files import make_privately, sync_folder

KEY_LENGTH = 64
"""The secret seed and the public key of Ed25519, 32 bytes each, as libsodium keeps them."""

RESTORED = "restored"
"""In the table ``meta`` of a desk that was restored from a backup, until something is written into it."""

FARTHEST = 2**40 - 1
"""The highest number of a change; the journal keeps a change under its device's number above these bits."""

FAR_AWAY = 10**8
"""Incarnations have nine digits at most; nobody counts so far."""

BELIEVED = 5 * FAR_AWAY
"""No incarnation as high was ever ours; one that somebody forges must not use the numbers up for us."""


class Profile:
    """The folder that holds the device's key and its high-water marks, readable by its owner alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._name: str | None = None

    @property
    def device(self) -> str:
        """Name the device: the first 16 letters of the base 32 form of the hash of its public key."""
        if self._name is None:
            self._name = self._device_name()
        return self._name

    @property
    def public_key(self) -> bytes:
        """Give the public Ed25519 key, 32 bytes, whose hash is the device's name."""
        return self._key()[32:]

    @property
    def key_text(self) -> str:
        """Give the public key as records and bundles hold it: base 64 for addresses, without padding."""
        return base64.urlsafe_b64encode(self.public_key).rstrip(b"=").decode()

    @property
    def recipient(self) -> str:
        """Give the address under which others encrypt for this device: ``age1…``."""
        return str(self.age_identity().to_public())

    def age_identity(self) -> Any:
        """Give the key that opens what was encrypted for this device, made when it is first needed."""
        from pyrage import IdentityError, x25519  # slow to load, and only who encrypts needs it

        file = self.folder / "age.key"
        try:
            return x25519.Identity.from_str(file.read_text("ascii").strip())
        except FileNotFoundError:
            held = make_privately(file, f"{x25519.Identity.generate()}\n".encode())
            return x25519.Identity.from_str(held.decode("ascii").strip())
        except (OSError, ValueError, IdentityError):
            raise Refused(
                N_("The age key in {folder} cannot be read. Nothing was changed; please restore the folder."),
                folder=str(self.folder),
            ) from None

    def sign(self, told: bytes) -> bytes:
        """Give this device's Ed25519 signature of ``told``, 64 bytes; the same for the same bytes."""
        from nacl.signing import SigningKey  # slow to load, and only who writes bundles needs it

        return SigningKey(self._key()[:32]).sign(told).signature

    def writes_as(self, desk: str) -> str:
        """Name the device and incarnation under which this profile last wrote into ``desk``."""
        mark = self.mark(desk)
        return f"{self.device}.{mark.incarnation if mark else 1}"

    def marks(self, desk: str) -> MarkFile:
        """Give the file in which this profile remembers ``desk``."""
        return MarkFile(self.folder / "desks" / f"{desk}.json")

    def mark(self, desk: str) -> Mark | None:
        """Read what is remembered of ``desk``."""
        return self.marks(desk).read()

    def claim(self, least: int) -> int:
        """Give an incarnation number that this profile never gave before, ``least`` or more, and keep it as given.

        The file that stands for a number is made only if there is none, so that two programs never get the same one.
        """
        given = self.folder / "incarnations"
        number = max(least, self.next_incarnation())
        try:
            given.mkdir(parents=True, exist_ok=True, mode=0o700)
            while True:
                try:
                    os.close(os.open(given / str(number), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                    sync_folder(given)
                    return number
                except FileExistsError:
                    number += 1
        except OSError as error:
            raise Refused(
                N_("{folder} cannot be written ({reason}). Nothing was changed; please make room there."),
                folder=str(given),
                reason=error.strerror or str(error),
            ) from None

    def next_incarnation(self) -> int:
        """Foresee the number after all that were given, and after every mark: an older profile has marks alone.

        A profile that lost both, and kept its key, does not know what it wrote: it goes on at some high number.
        """
        given, desks = self.folder / "incarnations", self.folder / "desks"
        if self._key() and not given.is_dir() and not desks.is_dir():
            import secrets  # needed where something was lost, and by nobody else

            return secrets.randbelow(FAR_AWAY) + FAR_AWAY
        names = [one.name for one in given.iterdir()] if given.is_dir() else []
        numbers = [int(name) for name in names if re.fullmatch("[1-9][0-9]{0,8}", name)]
        marks = [self.mark(one.stem) for one in desks.glob("*.json")] if desks.is_dir() else []
        return max([0, *numbers, *(one.incarnation for one in marks if one)]) + 1

    def _device_name(self) -> str:
        return device_name(self._key()[32:])

    def _key(self) -> bytes:
        file = self.folder / "device.key"
        try:
            held = file.read_bytes()
        except FileNotFoundError:
            from nacl.signing import SigningKey  # only a new desk makes a key, and the library is slow to load

            made = SigningKey.generate()
            held = make_privately(file, bytes(made) + bytes(made.verify_key))
            (self.folder / "incarnations").mkdir(exist_ok=True, mode=0o700)  # none was given yet
        except OSError:
            raise Refused(
                N_("The key of this desk in {folder} cannot be read. Nothing was changed; please check the folder."),
                folder=str(self.folder),
            ) from None
        if len(held) != KEY_LENGTH:
            raise Refused(
                N_("The key of this desk in {folder} is damaged. Nothing was changed; please restore the folder."),
                folder=str(self.folder),
            )
        return held


def device_name(public_key: bytes) -> str:
    """Name a device after its public key: the first 16 letters of the base 32 form of the key's hash."""
    digest = hashlib.blake2b(public_key, digest_size=32).digest()
    return base64.b32encode(digest).decode().lower()[:16]


def choose_incarnation(connection: Any, profile: Profile, desk: str, place: str) -> Mark:
    """Decide under which incarnation this device writes into the desk at ``place``; a new one is only foreseen.

    A desk that was restored starts a new one also where nothing had been written since its backup was made, and so
    does one that was open when the machine stopped: what was remembered of it may be older than what was given away.
    """
    mark = profile.mark(desk)
    written = _written_by(connection, profile.device)
    is_restored = connection.execute("SELECT 1 FROM meta WHERE key = ?", (RESTORED,)).fetchone() is not None
    if mark and not is_restored and mark.place == place:
        highest = written.get(mark.incarnation, 0)
        if mark.is_sure and highest == mark.highest:
            return mark
        if not mark.is_sure and (ended := mark.ended(highest)) != mark:
            with contextlib.suppress(Refused):
                profile.marks(desk).write(ended)
    return Mark(_after(profile.next_incarnation(), written), 0, place, claimed=False)


def keep_incarnation(connection: Any, profile: Profile, mark: Mark) -> Mark:
    """Give ``mark``, or a new incarnation where a bundle brought changes under our name that we never wrote.

    A machine restored from an image knows nothing of what it wrote since, and neither do its marks. Asked before
    every command that writes: here a number that was foreseen becomes ours.
    """
    dev = f"{profile.device}.{mark.incarnation}"
    held = connection.execute("SELECT n, forked FROM device WHERE dev = ?", (dev,)).fetchone()
    if mark.claimed and (held is None or (not held[1] and _highest(connection, held[0]) <= mark.highest)):
        return mark
    written = _written_by(connection, profile.device)
    least = _after(mark.incarnation + mark.claimed, written)
    connection.execute("DELETE FROM meta WHERE key = ?", (RESTORED,))
    return Mark(profile.claim(least), 0, mark.place)


def _after(least: int, written: Iterable[int]) -> int:
    """Give the first incarnation from ``least`` on that is after all that stand in the journal and may be ours."""
    return max([least, *(one + 1 for one in written if one < BELIEVED)])


def _written_by(connection: Any, device: str) -> dict[int, int]:
    """Map each incarnation of ``device`` found in the journal to its highest number."""
    found: dict[int, int] = {}
    for row in connection.execute("SELECT dev, n FROM device").fetchall():
        matched = re.fullmatch(re.escape(device) + r"\.(\d+)", row[0])
        if matched:
            found[int(matched[1])] = _highest(connection, row[1])
    return found


def _highest(connection: Any, n: int) -> int:
    """Give the highest number held of the device that has the number ``n`` here."""
    bounds = (n << 40, (n << 40) + FARTHEST)
    row = connection.execute("SELECT max(id) FROM change WHERE id BETWEEN ? AND ?", bounds).fetchone()
    return (row[0] or 0) & FARTHEST
