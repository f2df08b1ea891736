"""A keyring in memory, in the place of the system's own; it can be made to fail."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """What was put into it, by service and name."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.fails = False

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if (service, username) not in self.held:
            raise PasswordDeleteError("not there")
        del self.held[service, username]

    def _answer(self) -> None:
        if self.fails:
            raise KeyringLocked("the collection is locked")


@contextmanager
def memory_keyring() -> Iterator[MemoryKeyring]:
    """Put a keyring in memory in the place of the system's own."""
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    try:
        yield made
    finally:
        keyring.set_keyring(before)
