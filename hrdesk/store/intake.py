"""Taking a bundle's changes into the journal, and the log of what was taken in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hrdesk.store.change import Change
from hrdesk.store.departures import keep_holder, watched
from hrdesk.store.identity import Profile
from hrdesk.store.identity_access import take_keys
from hrdesk.store.merge import Taken, unite


@dataclass(frozen=True)
class Source:
    """Where changes came from: the hash of the bundle, its file's name, the device that wrote it."""

    hash: str
    name: str
    sender: str


def take_in(
    connection: Any, changes: Iterable[Change], source: Source, at: str, profile: Profile | None = None
) -> Taken:
    """Unite ``changes`` with the journal inside the caller's transaction and note it in the log.

    Keys of protected identities that came for ``profile`` are taken in with them.
    """
    shown: set[str] = set()
    taken = unite(connection, watched(changes, shown))
    keep_holder(connection, source.sender, shown)
    if profile:
        take_keys(connection, profile)
    log(connection, source, at, taken)
    return taken


def log(connection: Any, source: Source, at: str, taken: Taken, told: str | None = None) -> None:
    """Note a bundle in the log; ``told`` is what came of it. One that brings nothing more changes nothing there."""
    connection.execute(
        "INSERT INTO bundle_log (hash, merged_at, name, sender, new, known, told) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (hash) DO UPDATE SET merged_at = excluded.merged_at, new = new + excluded.new,"
        " told = excluded.told WHERE excluded.new > 0",
        (source.hash, at, source.name, source.sender, taken.new, taken.known, told),
    )
