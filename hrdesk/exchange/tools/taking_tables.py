"""Takes a table of recommendations in, in one step: what is compared in ``matching`` is written here."""

from collections.abc import Iterable
from typing import Any

from hrdesk.agenda.commands import edit
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.tools.cells import parted
from hrdesk.exchange.tools.matching import CellChange, match, tag_called
from hrdesk.exchange.tools.table import BY_NAME, Around, around, part_of, tag_word
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.folding import fold
from hrdesk.records import Addressee, Consultation, Recommendation, Tag, Tagging, Value
from hrdesk.records.classes import SENSITIVITY, strictest_sensitivity
from hrdesk.records.ids import joined_id, tag_id
from hrdesk.store.pen import Pen

NOT_ROWS = N_("A table of recommendations is a list of {{id, text, language, …}}, all of it text. Nothing was changed.")


def take_recommendations(
    pen: Pen, rows: list[dict[str, Any]], sensitivity: str = SENSITIVITY[-1], reason: str | None = None
) -> dict[str, Any]:
    """Take rows of a table in: cells that differ are changed, rows without an id become new recommendations.

    ``sensitivity`` is the class of new ones, unless their row is stricter; ``reason`` is why a class may be milder.
    """
    if sensitivity not in SENSITIVITY:
        raise Refused(N_("“{value}” is no class of confidentiality. Nothing was changed."), value=sensitivity)
    found = match(pen.read, [_checked(row) for row in rows], has_reason=bool((reason or "").strip()))
    hanging = around(pen.read)
    changed, made = [], []
    for row in found.rows:
        if row.record and row.changes:
            _change(pen, row.record, row.changes, hanging, reason)
            changed.append(row.record)
        elif row.is_new:
            made.append(_make(pen, row.changes, hanging, sensitivity))
    return {"changed": changed, "made": made, "aside": found.aside, "unchanged": found.unchanged}


def _checked(row: dict[str, Any]) -> dict[str, str]:
    if not all(isinstance(cell, str) for cell in row.values()):
        raise Refused(NOT_ROWS)
    unknown = row.keys() - BY_NAME.keys()
    if unknown:
        raise Refused(N_("A table of recommendations has no column “{name}”. Nothing was changed."), name=min(unknown))
    return dict(row)


def _change(pen: Pen, record: str, changes: Iterable[CellChange], hanging: Around, reason: str | None) -> None:
    fields = _fields(changes)
    if fields:
        edit(pen, record, reason=reason, stood=None, **fields)
    _hang(pen, record, changes, hanging)


def _make(pen: Pen, changes: tuple[CellChange, ...], hanging: Around, sensitivity: str) -> str:
    consultations = pen.read.every(Consultation)
    held = consultations[0] if consultations else None
    told: dict[str, Value] = {"status": "proposed", "language": (held.language if held else None) or "en"}
    told |= _fields(changes)
    told["sensitivity"] = strictest_sensitivity(sensitivity, told.get("sensitivity") or sensitivity)
    made = pen.create(
        Recommendation,
        consultation=held.id if held else None,
        position=next_position(pen.read, Recommendation),
        **told,
    )
    _hang(pen, made, changes, hanging)
    return made


def _fields(changes: Iterable[CellChange]) -> dict[str, Value]:
    """Give the fields that cells change; a strength from a sheet waits for a person to confirm it."""
    found: dict[str, Value] = {
        BY_NAME[one.column].of: one.after or None for one in changes if BY_NAME[one.column].holds in ("text", "choice")
    }
    if "strength" in found:
        found |= {"strength_confirmed": False, "strength_as_written": None}
    return found


def _hang(pen: Pen, record: str, changes: Iterable[CellChange], hanging: Around) -> None:
    for one in changes:
        column = BY_NAME[one.column]
        if column.holds == "tags":
            _tag(pen, record, column.of, parted(one.after), hanging)
        elif column.holds == "bodies":
            _address(pen, record, column.of, parted(one.after), hanging)


def _tag(pen: Pen, record: str, scheme: str, words: tuple[str, ...], hanging: Around) -> None:
    """Put the tags on that words mean, and take off those that no word means any more."""
    on_it = hanging.tags_of(record, scheme)
    known = (*on_it, *pen.read.every(Tag, scheme=scheme))
    meant = set()
    for word in words:
        tag, name = tag_called(known, scheme, word)
        tag = tag or tag_id(scheme, name)
        if pen.read.get(Tag, tag) is None:
            pen.create(Tag, tag, scheme=scheme, name=name)
        meant.add(tag)
        if tag not in {one.id for one in on_it}:
            pen.create(Tagging, joined_id("tagging", record, tag), item=record, tag=tag)
    said = {fold(word) for word in words}
    for one in on_it:
        if one.id not in meant and not said & {fold(tag_word(one, language)) for language in LANGUAGES}:
            pen.delete(Tagging, joined_id("tagging", record, one.id))


def _address(pen: Pen, record: str, part: str, names: tuple[str, ...], hanging: Around) -> None:
    held = hanging.bodies_of(record, part)
    there = {fold(one.name or "") for one in held}
    for name in names:
        if fold(name) not in there:
            pen.create(
                Addressee,
                recommendation=record,
                name=name,
                part="addressee" if part == "implied" else part,
                implied=part == "implied",
                position=next_position(pen.read, Addressee),
            )
    said = {fold(name) for name in names}
    for one in held:
        if fold(one.name or "") not in said and part_of(one) == part:
            pen.delete(Addressee, one.id)


COMMANDS = (Command("take-recommendations", N_("Take recommendations in"), take_recommendations),)
