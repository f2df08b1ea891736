"""What came of a merge, as plain data for whoever tells it: file by file, and all of it together."""

from dataclasses import dataclass, field
from pathlib import Path

from hrdesk.exchange.trust import Author
from hrdesk.store.backup import Backup


@dataclass(frozen=True)
class Merged:
    """What came in with one file.

    ``withdrawn`` counts lines refused because they had been withdrawn, ``left_out`` those that were not let in,
    ``held`` the withdrawals that wait for a person.
    """

    path: Path
    new: int
    known: int
    forked: int
    withdrawn: int = 0
    left_out: int = 0
    held: int = 0


@dataclass(frozen=True)
class Summary:
    """What came in with all files: new records by kind, what is to be settled.

    ``contested`` counts the fields that became contested; ``strangers`` are authors taken in for the first time
    without their words being compared; ``unsealed`` counts lines that came in without a true seal, ``removed`` those
    that a withdrawal took away here.
    """

    files: tuple[Merged, ...] = ()
    by_kind: dict[str, int] = field(default_factory=dict)
    contested: int = 0
    strangers: tuple[Author, ...] = ()
    unsealed: int = 0
    removed: int = 0
    backup: Backup | None = None

    @property
    def new(self) -> int:
        """Count the lines that were new here."""
        return sum(one.new for one in self.files)

    @property
    def known(self) -> int:
        """Count the lines that were known here."""
        return sum(one.known for one in self.files)

    @property
    def forked(self) -> int:
        """Count the numbers under which two different lines came."""
        return sum(one.forked for one in self.files)

    @property
    def withdrawn(self) -> int:
        """Count the lines that were refused because they had been withdrawn."""
        return sum(one.withdrawn for one in self.files)

    @property
    def left_out(self) -> int:
        """Count the lines that were not let in."""
        return sum(one.left_out for one in self.files)

    @property
    def held(self) -> int:
        """Count the withdrawals by authors unknown here that were not let in and wait for a person."""
        return sum(one.held for one in self.files)
