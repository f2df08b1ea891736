"""Which device writes: an Ed25519 key in a profile folder outside the desk file, and an incarnation number.

A desk file that was copied, restored from a backup or moved to another machine must never go on under the name
under which the other copy may still write. So the profile remembers, for each desk, where the file lay and the
highest number written; whatever does not fit starts a new incarnation.
"""

import base64
import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.language import N_

KEY_LENGTH = 64
"""The secret seed and the public key of Ed25519, 32 bytes each, as libsodium keeps them."""


@dataclass
class Mark:
    """What the profile remembers of one desk: the incarnation, the highest number, where the file lay."""

    incarnation: int
    highest: int
    place: str


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

    def sign(self, told: bytes) -> bytes:
        """Give this device's Ed25519 signature of ``told``, 64 bytes; the same for the same bytes."""
        from nacl.signing import SigningKey  # slow to load, and only who writes bundles needs it

        return SigningKey(self._key()[:32]).sign(told).signature

    def writes_as(self, desk: str) -> str:
        """Name the device and incarnation under which this profile last wrote into ``desk``."""
        mark = self.mark(desk)
        return f"{self.device}.{mark.incarnation if mark else 1}"

    def mark(self, desk: str) -> Mark | None:
        """Read what is remembered of ``desk``."""
        try:
            held = json.loads(self._mark_file(desk).read_text("utf-8"))
            return Mark(int(held["incarnation"]), int(held["highest"]), str(held["place"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def remember(self, desk: str, mark: Mark) -> None:
        """Keep ``mark`` durably; done before the commit it speaks of."""
        told = json.dumps({"incarnation": mark.incarnation, "highest": mark.highest, "place": mark.place})
        write_privately(self._mark_file(desk), told.encode())

    def _mark_file(self, desk: str) -> Path:
        return self.folder / "desks" / f"{desk}.json"

    def _device_name(self) -> str:
        return device_name(self._key()[32:])

    def _key(self) -> bytes:
        file = self.folder / "device.key"
        try:
            held = file.read_bytes()
        except FileNotFoundError:
            from nacl.signing import SigningKey  # only a new desk makes a key, and the library is slow to load

            made = SigningKey.generate()
            held = bytes(made) + bytes(made.verify_key)
            write_privately(file, held)
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


def write_privately(file: Path, data: bytes) -> None:
    """Write ``file`` whole or not at all, readable by its owner alone, and safe from a power cut."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = file.with_name(f".{file.name}.{os.getpid()}.new")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:  # noqa: PTH123 - a handle of our own mode
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file)
    except OSError as error:
        raise Refused(
            N_("{folder} cannot be written ({reason}). Nothing was changed; please make room or choose another place."),
            folder=str(file.parent),
            reason=error.strerror or str(error),
        ) from None


def choose_incarnation(connection: Any, profile: Profile, desk: str, place: str) -> Mark:
    """Decide under which incarnation this device writes into the desk at ``place``."""
    mark = profile.mark(desk)
    written = _written_by(connection, profile.device)
    if mark is None:
        return Mark(max(written, default=0) + 1, 0, place)
    if mark.place == place and written.get(mark.incarnation, 0) == mark.highest:
        return keep_incarnation(connection, profile, mark)
    return Mark(max(mark.incarnation, *written, 0) + 1, 0, place)


def keep_incarnation(connection: Any, profile: Profile, mark: Mark) -> Mark:
    """Give ``mark``, or a new incarnation where a bundle brought changes under our name that we never wrote.

    A machine restored from an image knows nothing of what it wrote since, and neither do its marks.
    """
    written = _written_by(connection, profile.device)
    forked = connection.execute(
        "SELECT forked FROM device WHERE dev = ?", (f"{profile.device}.{mark.incarnation}",)
    ).fetchone()
    if written.get(mark.incarnation, 0) <= mark.highest and not (forked and forked[0]):
        return mark
    return Mark(max(mark.incarnation, *written) + 1, 0, mark.place)


def _written_by(connection: Any, device: str) -> dict[int, int]:
    """Map each incarnation of ``device`` found in the journal to its highest number."""
    found: dict[int, int] = {}
    for row in connection.execute(
        "SELECT d.dev, (SELECT max(id) FROM change WHERE id BETWEEN d.n << 40 AND (d.n << 40) + 1099511627775)"
        " FROM device d"
    ):
        matched = re.fullmatch(re.escape(device) + r"\.(\d+)", row[0])
        if matched:
            found[int(matched[1])] = (row[1] or 0) & (2**40 - 1)
    return found
