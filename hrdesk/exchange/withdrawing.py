"""Withdrawing: what a person takes back, or what endangers somebody, vanishes here and wherever its bundles went.

A withdrawal names lines by their hashes. It is not undone; what was withdrawn can only be written anew.
"""

from dataclasses import dataclass
from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.protecting import named_in
from hrdesk.exchange.queries import title_of
from hrdesk.language import N_
from hrdesk.records import KINDS, FloorRequest, Link, Note, OutsideSource, PanelQuestion, Person, Withdrawal
from hrdesk.store import withdrawals
from hrdesk.store.change import DELETED
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader
from hrdesk.store.whereabouts import kinds_of, parts_of

MOST_LINES = 5_000
"""So many hashes in one record, about 220,000 characters; an item of more lines takes several."""

WITHDRAWABLE = (
    "note",
    "recommendation",
    "paragraph",
    "person",
    "officer",
    "wording",
    "footnote",
    "decision",
    "addressee",
    "action",
    "good_practice",
    "lesson",
    "key_point",
    "background_document",
    "floor_request",
    "intervention",
    "panel_question",
    "outside_source",
)
"""What somebody said or is said of somebody. A session or a consultation is no testimony."""

GOING_WITH_IT = ("wording", "decision", "footnote", "officer", "addressee", "action", "intervention", "floor_mark")
"""What may repeat the words of the item it belongs to, and goes with it unless a person says otherwise."""

_NO_SOURCE = frozenset({"cites", "differs"})
"""Kinds of links over which no words came from the source."""


@dataclass(frozen=True)
class Concerned:
    """A record that a withdrawal concerns: withdrawn with the item, or made from it and to be looked at."""

    kind: str
    record: str
    title: str


@dataclass(frozen=True)
class Outlook:
    """What withdrawing an item would do: what goes with it, and what was made from it and stays unless withdrawn.

    To the latter belongs the material from outside that a note was taken from: its title may tell whose words it held.
    """

    item: Concerned
    lines: int
    with_it: tuple[Concerned, ...]
    made_from_it: tuple[Concerned, ...]


def outlook(reader: Reader, item: str) -> Outlook:
    """Look at what withdrawing ``item`` would do, changing nothing."""
    with_it = _with_it(reader, item)
    lines = {digest for one in (item, *with_it) for digest in withdrawals.hashes_of(reader, one)}
    note = reader.get(Note, item)
    made = [link.item for link in reader.every(Link, source=item) if link.item and link.link_kind not in _NO_SOURCE]
    if note is not None and note.source:
        made.append(note.source)
    if reader.get(OutsideSource, item):
        made += [one.id for one in reader.every(Note, source=item)]
    if reader.get(Person, item):
        said = reader.every(Note, speaker=item)
        made += [one.id for one in said]
        made += [one.source for one in said if one.source]
        made += [request.id for request in reader.every(FloorRequest, person=item)]
        made += [question.id for question in reader.every(PanelQuestion, panellist=item)]
        made += [one.record for one in named_in(reader, item) if one.record not in (item, *with_it)]
    return Outlook(
        _concerned(reader, item),
        len(lines),
        tuple(_concerned(reader, one) for one in with_it),
        tuple(_concerned(reader, one) for one in dict.fromkeys(made)),
    )


def withdraw(pen: Pen, item: str, cause: str = "consent_withdrawn", with_parts: bool = True) -> dict[str, Any]:
    """Make an item vanish from every desk, with its translations and what else repeats it. It is not undone."""
    kinds = kinds_of(pen.read, item)
    hashes = withdrawals.hashes_of(pen.read, item)
    if not kinds or not hashes:
        raise Refused(N_("There is no record “{id}” here. Nothing was changed."), id=item)
    if not set(kinds) <= {*WITHDRAWABLE, *_unknown(kinds)}:
        raise Refused(
            N_("A {kind} is not withdrawn as a whole. Nothing was changed; please withdraw what was said in it."),
            kind=KINDS[next(kind for kind in kinds if kind in KINDS and kind not in WITHDRAWABLE)].label,
        )
    seen = outlook(pen.read, item)
    gone = [item, *(one.record for one in seen.with_it)] if with_parts else [item]
    made = [name for one in gone for name in _withdraw_one(pen, one, cause)]
    return {
        "item": item,
        "withdrawals": made,
        "records": gone,
        "lines": seen.lines if with_parts else len(hashes),
        "made_from_it": [one.record for one in seen.made_from_it],
    }


def withdraw_late(pen: Pen) -> dict[str, Any]:
    """Withdraw all lines that arrived later of what had been withdrawn."""
    found = withdrawals.late_lines(pen.read)
    for item in found:
        causes = [one.cause for one in pen.read.every(Withdrawal, item=item) if one.cause]
        _withdraw_one(pen, item, causes[0] if causes else "other")
    return {"records": found}


def late(reader: Reader) -> list[Concerned]:
    """Give the withdrawn records of which lines arrived later."""
    return [_concerned(reader, record) for record in withdrawals.late_lines(reader)]


def consent_taken_back(reader: Reader) -> list[tuple[Person, list[Note]]]:
    """Give the persons who took their consent back and of whom notes are still held: to be withdrawn by a person."""
    people = reader.every(Person, consent="withdrawn")
    return [(person, notes) for person in people if (notes := reader.every(Note, speaker=person.id))]


def _withdraw_one(pen: Pen, record: str, cause: str) -> list[str]:
    """Name all lines held of one record, and leave a tombstone that had seen them."""
    hashes = withdrawals.hashes_of(pen.read, record)
    for kind in kinds_of(pen.read, record):
        pen.write_cell(kind, record, DELETED, True)
    return [
        pen.create(
            Withdrawal,
            item=record,
            lines=withdrawals.written(hashes[start : start + MOST_LINES]),
            cause=cause,
            at=pen.now,
        )
        for start in range(0, len(hashes), MOST_LINES)
    ]


def _with_it(reader: Reader, item: str) -> list[str]:
    found: list[str] = []
    due = [item]
    while due:
        for record in parts_of(reader, due.pop(), GOING_WITH_IT):
            if record not in found and record != item:
                found.append(record)
                due.append(record)
    return found


def _concerned(reader: Reader, record: str) -> Concerned:
    held = reader.find(record)
    kinds = kinds_of(reader, record)
    return Concerned(held.kind if held else kinds[0] if kinds else "", record, title_of(held) if held else "")


def _unknown(kinds: tuple[str, ...]) -> set[str]:
    return {kind for kind in kinds if kind not in KINDS}


COMMANDS = (
    Command("withdraw", N_("Withdraw"), withdraw, undoable=False),
    Command("withdraw-late", N_("Withdraw what arrived late"), withdraw_late, undoable=False),
)
