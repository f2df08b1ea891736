"""The system's keyring: keeps the key of a desk file for a person who wants that, and for nobody else.

An entry is named by the salt that the encrypted file begins with, so that it is found before the file is opened. What
this profile has put there stands in a folder of empty files: a keyring that nobody asked for is never spoken to.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.encryption import KEY_LENGTH, Key

SERVICE = "hrdesk"


class KeyringDoor:
    """Puts keys into the keyring of this system's user, finds them again, takes them away."""

    def __init__(self, profile: Path) -> None:
        self._folder = profile / "remembered"

    def has(self, salt: bytes) -> bool:
        """Tell whether a key was put there from this profile."""
        return (self._folder / salt.hex()).exists()

    def remember(self, key: Key) -> None:
        """Put a key into the keyring; Refused where there is none or it does not answer."""
        import keyring  # slow to load, and only who asks for it needs it
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, key.salt.hex(), key.raw.hex())
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self._folder / key.salt.hex()).touch(mode=0o600)
        except (KeyringError, OSError, RuntimeError) as error:
            raise Refused(
                N_(
                    "The keyring of this system cannot keep the key ({reason}). The desk is open; nothing else changed."
                ),
                reason=_reason(error),
            ) from None

    def recall(self, salt: bytes) -> Key | None:
        """Give the key of a file with this salt if it was remembered; Refused when the keyring does not answer."""
        if not self.has(salt):
            return None
        import keyring
        from keyring.errors import KeyringError

        try:
            told = keyring.get_password(SERVICE, salt.hex())
        except (KeyringError, OSError, RuntimeError) as error:
            raise Refused(
                N_("The keyring of this system does not answer ({reason}). Please type the passphrase."),
                reason=_reason(error),
            ) from None
        with contextlib.suppress(ValueError):
            raw = bytes.fromhex(told or "")
            return Key(raw, salt) if len(raw) == KEY_LENGTH else None
        return None

    def forget(self, salt: bytes) -> None:
        """Take a key out of the keyring; one that is gone already is no matter."""
        if not self.has(salt):
            return
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            with contextlib.suppress(PasswordDeleteError):
                keyring.delete_password(SERVICE, salt.hex())
            (self._folder / salt.hex()).unlink(missing_ok=True)
        except (KeyringError, OSError, RuntimeError) as error:
            raise Refused(
                N_("The key could not be taken out of this system's keyring ({reason}). Please remove “hrdesk” there."),
                reason=_reason(error),
            ) from None


def _reason(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
