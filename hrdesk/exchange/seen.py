"""What a preview tells of bundles, as plain data for whoever shows it: files, authors, meetings, withdrawals."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.exchange.rollcall import RollCall
from hrdesk.exchange.trust import UNKNOWN, Author
from hrdesk.store.trust import KEPT_OUT, REVOKED


@dataclass(frozen=True)
class BadFile:
    """A file that cannot be taken in, and the one sentence that says why."""

    path: Path
    refusal: Refused


@dataclass(frozen=True)
class FileSeen:
    """A file that can be taken in: who wrote it and when, and how many of its lines are new here.

    ``merged_at`` is when the same bundle was taken in before; ``same_as`` another file of this preview that holds the
    same.
    """

    path: Path
    hash: str
    sender: Author
    created: str
    new: int
    known: int
    records: dict[str, int]
    merged_at: str = ""
    same_as: Path | None = None


@dataclass(frozen=True)
class AuthorSeen:
    """An author in these bundles: new lines that bear the author's seal, that bear none, that stay out, that wait.

    ``is_forked``: the author's own seals disagree, so that the key was at work in two places.
    """

    author: Author
    sealed: int = 0
    unsealed: int = 0
    refused: int = 0
    is_forked: bool = False
    held: int = 0


@dataclass(frozen=True)
class Meeting:
    """A field in which what arrives and what is held here do not know of each other and say different things."""

    kind: str
    record: str
    title: str
    field: str
    ours: Any
    theirs: Any
    by: str


@dataclass(frozen=True)
class WithdrawalSeen:
    """A withdrawal that arrives: whose lines it takes away here, how many it names, and why.

    ``is_held``: its author is unknown here, so that it does not come in unless a person says so.
    """

    record: str
    item: str
    title: str
    cause: str
    lines: int
    by: Author
    is_held: bool = False


@dataclass(frozen=True)
class Preview:
    """What bundles would bring to one desk. ``new`` and ``touched`` count records by kind, new here and known here.

    ``deleted`` counts the records known here that somebody deleted there.
    """

    files: tuple[FileSeen, ...]
    bad: tuple[BadFile, ...]
    authors: tuple[AuthorSeen, ...]
    new: dict[str, int]
    touched: dict[str, int]
    meetings: tuple[Meeting, ...]
    meeting_count: int
    withdrawals: tuple[WithdrawalSeen, ...]
    roll_call: RollCall
    lines: int
    known: int
    deleted: int = 0

    @property
    def unknown(self) -> tuple[AuthorSeen, ...]:
        """Give the authors that nobody here knows yet."""
        return self._at(UNKNOWN)

    @property
    def unsealed(self) -> tuple[AuthorSeen, ...]:
        """Give the authors of lines that bear no true seal, so that anybody may have written them."""
        return tuple(one for one in self.authors if one.unsealed)

    @property
    def kept_out(self) -> tuple[AuthorSeen, ...]:
        """Give the authors whose lines stay out by a decision taken here."""
        return self._at(KEPT_OUT)

    @property
    def revoked(self) -> tuple[AuthorSeen, ...]:
        """Give the authors that were revoked."""
        return self._at(REVOKED)

    @property
    def held(self) -> tuple[WithdrawalSeen, ...]:
        """Give the withdrawals that do not come in unless a person says so."""
        return tuple(one for one in self.withdrawals if one.is_held)

    def _at(self, level: str) -> tuple[AuthorSeen, ...]:
        return tuple(one for one in self.authors if one.author.level == level)
