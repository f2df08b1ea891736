"""Where two desks changed different fields of one record: nothing is contested, and yet a person may want to look.

Told from what a bundle holds: a line of ours that is not in it was not known to whoever wrote it. Asked before a
merge, because afterwards the journal no longer says which lines came together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hrdesk.exchange.queries import OF_AN_ITEM, standing_lines
from hrdesk.records import KINDS, Seat
from hrdesk.store.change import DELETED, Change
from hrdesk.store.holdings import Numbers
from hrdesk.store.knowledge import held
from hrdesk.store.reading import Reader

UNTOLD = frozenset({DELETED, "position"})
"""Deletions are conflicts of their own, and the order of a list is of no interest beside a field."""

Line = tuple[str, int, str]
"""A line by its device, its number and its journal field."""


@dataclass
class _Brought:
    """What one bundle brings of one record: all its lines, and those that are new here."""

    lines: set[Line] = field(default_factory=set)
    new: set[Line] = field(default_factory=set)


def changed_in_two_places(
    reader: Reader, bundles: Sequence[Iterable[Change]]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give (kind, record, journal fields) of the records that these bundles and this desk changed side by side."""
    known = Numbers({device: list(spans) for device, spans in held(reader).items()})
    brought = [_by_record(changes, known) for changes in bundles]
    found = []
    for kind, record in sorted({key for one in brought for key, told in one.items() if told.new}):
        here = standing_lines(reader, record)
        fields: set[str] = set()
        for one in brought:
            told = one.get((kind, record), _Brought())
            elsewhere = [other.get((kind, record), _Brought()).new for other in brought if other is not one]
            unseen = set[Line](here).union(*elsewhere) - told.lines
            fields |= _fields_of_both(told.new, unseen)
        if fields:
            found.append((kind, record, tuple(sorted(fields))))
    return found


def _by_record(changes: Iterable[Change], known: Numbers) -> dict[tuple[str, str], _Brought]:
    found: dict[tuple[str, str], _Brought] = {}
    for change in changes:
        if change.kind not in KINDS or change.kind in OF_AN_ITEM or change.kind == Seat.kind:
            continue
        line = (change.dev, change.seq, change.field)
        told = found.setdefault((change.kind, change.record), _Brought())
        told.lines.add(line)
        if not known.holds(change.dev, change.seq) and change.field not in UNTOLD:
            told.new.add(line)
    return found


def _fields_of_both(new: set[Line], unseen: set[Line]) -> set[str]:
    """Give the fields of which one was changed by one desk and another by another; the same field is a conflict."""
    theirs, ours = {line[2] for line in new}, {line[2] for line in unseen} - UNTOLD
    authors = {line[0].split(".")[0] for line in new} ^ {line[0].split(".")[0] for line in unseen}
    apart = (theirs | ours) - (theirs & ours)
    return apart if authors and theirs & apart and ours & apart else set()
