"""Opens desks for the commands: with the passphrase they were given in a file, else with the keyring's key.

A passphrase is never an argument, which every other program on the machine could read.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk import settings
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import desk_file
from hrdesk.store.file_check import is_encrypted
from hrdesk.store.identity import Profile
from hrdesk.store.identity_lock import IdentityLock
from hrdesk.store.reading import Reader

if TYPE_CHECKING:
    from hrdesk.desk import Desk
    from hrdesk.store.encryption import Key

STANDARD_INPUT = "-"

LONGEST_PASSPHRASE = 4096
"""Bytes; a longer file is some other file."""


def profile() -> Profile:
    """Give the profile of whoever runs the command."""
    return Profile(settings.profile_folder())


def now() -> str:
    """Give the moment as changes and bundles write it."""
    from hrdesk.desk import system_clock

    return system_clock().isoformat(timespec="milliseconds").replace("+00:00", "Z")


@contextmanager
def reading(chosen: argparse.Namespace, path: Path | None = None) -> Iterator[Reader]:
    """Read the desk that a command names, beside whoever writes it."""
    place = path or chosen.desk
    with desk_file.reader(place, key=key_of(chosen, place), identity_lock=IdentityLock(profile())) as reader:
        yield reader


@contextmanager
def writing(chosen: argparse.Namespace, path: Path | None = None) -> Iterator[Desk]:
    """Open the desk that a command names for writing."""
    from hrdesk.desk import Desk, system_clock  # who only reads needs neither pen nor journal

    place = path or chosen.desk
    desk = Desk.open(place, profile(), system_clock, key_of(chosen, place))
    try:
        yield desk
    finally:
        desk.close()


def key_of(chosen: argparse.Namespace, path: Path) -> Key | None:
    """Give the key of the desk at ``path``: None where it is plain, or where nobody gave any.

    The passphrase is stretched only for a file that is encrypted: that takes half a second.
    """
    if not path.is_file() or not is_encrypted(path):
        return None
    from hrdesk.store.encryption import key_from_text, salt_of

    told = passphrase(chosen)
    salt = salt_of(path)
    if told is not None:
        return key_from_text(told, salt)
    from hrdesk.store.keyring_door import KeyringDoor

    with contextlib.suppress(Refused):  # then the desk says that it wants a passphrase
        return KeyringDoor(settings.profile_folder()).recall(salt)
    return None


def passphrase(chosen: argparse.Namespace) -> str | None:
    """Give the passphrase or paper key that the command was given, or None; standard input is read once."""
    source: str | None = getattr(chosen, "passphrase_file", None)
    if source is None:
        return None
    if not hasattr(chosen, "passphrase_read"):
        chosen.passphrase_read = read_passphrase(source)
    told: str = chosen.passphrase_read
    return told


def only_one_from_standard_input(chosen: argparse.Namespace) -> None:
    """Refuse a command that would read both its arguments and the passphrase from standard input."""
    if chosen.arguments == chosen.passphrase_file == STANDARD_INPUT:
        raise Refused(
            N_("Standard input cannot bring both the passphrase and the arguments. Nothing was changed; use a file.")
        )


def read_passphrase(source: str) -> str:
    """Read a passphrase from a file, or from standard input for "-", without the line end."""
    try:
        if source == STANDARD_INPUT:
            told = sys.stdin.buffer.read(LONGEST_PASSPHRASE + 1)
        else:
            with Path(source).open("rb") as file:
                told = file.read(LONGEST_PASSPHRASE + 1)
        text = told.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            N_("The passphrase in {file} cannot be read ({reason}). Nothing was changed."),
            file=source,
            reason=getattr(error, "strerror", None) or str(error),
        ) from None
    text = text.removesuffix("\n").removesuffix("\r")
    if not text or len(told) > LONGEST_PASSPHRASE or "\n" in text:
        raise Refused(N_("{file} does not hold a passphrase alone on one line. Nothing was changed."), file=source)
    return text
