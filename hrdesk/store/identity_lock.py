"""The lock on the keys of protected persons' identities: on disk they are encrypted for this device's own age key.

That key lies in the profile folder and in no desk file, so that a desk that was copied, stolen or restored elsewhere,
and every backup of it, opens no identity by itself. Whoever must know one on another desk is named for it.
"""

from hrdesk.store.identity import Profile


class IdentityLock:
    """Locks keys for one profile and opens them; what was opened once is remembered while the desk is open."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._known: dict[bytes, bytes | None] = {}

    def lock(self, key: bytes) -> bytes:
        """Give a key as it is kept."""
        from hrdesk.store import age  # few desks hold protected persons

        return age.seal_bytes(key, [self._profile.recipient])

    def unlock(self, kept: bytes) -> bytes | None:
        """Give the key that was kept, or nothing where it was locked for another profile or is damaged."""
        if kept not in self._known:
            from hrdesk.store import age

            try:
                self._known[kept] = age.open_bytes(kept, age.Opener(self._profile))
            except age.CannotOpen:
                self._known[kept] = None
        return self._known[kept]
