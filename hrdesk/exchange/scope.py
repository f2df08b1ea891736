"""What goes into a bundle, what stays behind, and why: decided here for every bundle that leaves the desk.

A record goes with all of its heads or not at all. With its history it goes only if it never was stricter than the
bundle allows; else its heads go alone, because what was written while it was confidential stays confidential. What
hangs on a record that stays, stays. Withdrawals always go: they name by hashes and not by words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hrdesk.exchange.deciding import Decided, decide
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.change import Change
from hrdesk.store.reading import Reader
from hrdesk.store.seals import forked_lines
from hrdesk.store.whereabouts import lines

Mode = Literal["history", "heads"]
_IMPLIED = frozenset(
    {"link", "tagging", "identity_access", "floor", "intervention", "floor_mark", "format_segment", "format_class"}
)
"""Kinds that are not listed when they stay: the record that they hang on is."""

Intervals = Mapping[str, Sequence[tuple[int, int]]]
"""What a desk holds, as lowest and highest numbers per device."""


@dataclass(frozen=True)
class Scope:
    """How far a bundle reaches: one consultation, one session or the whole desk; up to which class."""

    consultation: str | None = None
    session: str | None = None
    sensitivity: str = SENSITIVITY[1]


@dataclass(frozen=True)
class Staying:
    """A record that stays on this desk, with its title for the person here, and the reason."""

    kind: str
    record: str
    title: str
    why: str


@dataclass(frozen=True)
class Lines:
    """The changes of a parcel, read from the desk each time they are asked for, little of them in memory."""

    reader: Reader
    decided: Decided
    have: Intervals | None = None
    _counted: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[Change]:
        """Give the changes by author and number."""
        forked = forked_lines(self.reader)
        for change, is_head in lines(self.reader):
            is_held = _is_held(change, self.have) and (change.dev, change.seq) not in forked
            if self.decided.goes(change, is_head) and not is_held:
                yield change

    def __call__(self) -> Iterator[Change]:
        """Give them once more: whoever writes a bundle counts them first."""
        return iter(self)

    def __len__(self) -> int:
        """Count the changes."""
        if not self._counted:
            self._counted.append(sum(1 for _ in self))
        return self._counted[0]


@dataclass(frozen=True)
class Parcel:
    """What a bundle would hold: its changes in order, the records in it by kind, what stays, and what is elsewhere.

    ``records`` maps each record that goes to the class that counts for it; ``notices`` are the records that went
    before, are stricter now, and of which only that goes; ``outside`` counts what belongs to no part of the scope.
    """

    scope: Scope
    mode: Mode
    changes: Lines
    going: dict[str, int]
    staying: tuple[Staying, ...]
    records: dict[str, str]
    notices: tuple[str, ...] = ()
    outside: int = 0

    def highest(self) -> dict[str, int]:
        """Give the highest number of each device that goes."""
        return {change.dev: change.seq for change in self.changes}


def pack(
    reader: Reader,
    scope: Scope,
    mode: Mode = "history",
    *,
    encrypted_for: Collection[str] = (),
    encrypted: bool | None = None,
    have: Intervals | None = None,
    allowed: Collection[str] = (),
    own: str = "",
) -> Parcel:
    """Decide what travels, writing nothing.

    ``encrypted_for`` are the recipients (``encrypted`` says so where a passphrase takes their place), ``have`` what
    they hold already, ``allowed`` the records that a person lets go although a protected name stands in them, and
    ``own`` the device that packs.
    """
    decided = decide(
        reader,
        limit=scope.sensitivity,
        root=scope.session or scope.consultation,
        heads_only=mode == "heads",
        is_encrypted=bool(encrypted_for) if encrypted is None else encrypted,
        allowed=frozenset(allowed),
        own=own.split(".")[0],
    )
    going: dict[str, int] = {}
    for record in decided.going:
        kind = decided.kinds[record][0]
        if record not in decided.gone:
            going[kind] = going.get(kind, 0) + 1
    staying = tuple(
        Staying(decided.kinds[record][0], record, _title(reader, decided.kinds[record][0], record), why)
        for record, why in sorted(decided.staying.items())
        if record not in decided.gone and decided.kinds[record][0] not in _IMPLIED
    )
    return Parcel(
        scope,
        mode,
        Lines(reader, decided, have),
        going,
        staying,
        decided.going,
        tuple(sorted(decided.notices)),
        decided.outside,
    )


def _is_held(change: Change, have: Intervals | None) -> bool:
    return have is not None and any(low <= change.seq <= high for low, high in have.get(change.dev, ()))


def _title(reader: Reader, kind: str, record: str) -> str:
    from hrdesk.exchange.queries import title_of

    return title_of(reader.get(KINDS[kind], record)) if kind in KINDS else record
