"""Taking a bundle's changes into the journal, and the log of what was taken in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hrdesk.store.change import Change
from hrdesk.store.merge import Taken, unite


@dataclass(frozen=True)
class Source:
    """Where changes came from: the hash of the bundle, its file's name, the device that wrote it."""

    hash: str
    name: str
    sender: str


def take_in(connection: Any, changes: Iterable[Change], source: Source, at: str) -> Taken:
    """Unite ``changes`` with the journal inside the caller's transaction and note it in the log."""
    taken = unite(connection, changes)
    connection.execute(
        "INSERT OR IGNORE INTO bundle_log (hash, merged_at, name, sender, new, known) VALUES (?, ?, ?, ?, ?, ?)",
        (source.hash, at, source.name, source.sender, taken.new, taken.known),
    )
    return taken
