"""What a person can see of the rapporteur's report and do with it: its points in order, moved, left out."""

from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.notes.queries import times_used
from hrdesk.outcome.material import Material
from hrdesk.outcome.queries import material
from hrdesk.outcome.report_rules import PARTS, PartOfReport, in_report_order, new_places
from hrdesk.outcome.rules import belongs_in_document
from hrdesk.records import ReportPoint
from hrdesk.records.disclosure import may_appear
from hrdesk.records.ids import joined_id
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader


def parts_of_report(reader: Reader, whole: Material | None = None) -> list[PartOfReport]:
    """Give what the report can tell, session by session and kind by kind; nothing confidential is in it.

    A note of the kind recommendation stands in it only where no recommendation was made from it.
    """
    held = whole or material(reader)
    places = {one.item or "": one for one in reader.every(ReportPoint)}
    used = times_used(reader)
    left_out = frozenset(item for item, one in places.items() if one.left_out)
    sessions = {one.id for one in held.sessions}
    found: dict[tuple[str, str], list[str]] = {}
    for note in held.notes:
        if note.note_kind in PARTS and not (note.note_kind == "recommendation" and note.id in used):
            found.setdefault((note.session or "", note.note_kind or ""), []).append(note.id)
    for one in held.standing:
        if belongs_in_document(one):
            session = one.session if one.session in sessions else ""
            found.setdefault((session or "", "recommendation"), []).append(one.id)
    parts = []
    for session in (*(one.id for one in held.sessions if may_appear(held.classes.of(one.id))), ""):
        for kind in PARTS:
            items = [one for one in found.get((session, kind), ()) if may_appear(held.classes.of(one))]
            if items:
                parts.append(PartOfReport(session, kind, tuple(in_report_order(items, places)), left_out))
    return parts


def move_in_report(pen: Pen, item: str, before: str | None = None) -> dict[str, str]:
    """Move a point of the rapporteur's report in front of another of its kind and session, or to the end."""
    part = _part_of(pen, item)
    others = [one for one in part.points if one != item]
    at = others.index(before) if before in others else len(others)
    places = {one.item or "": one for one in pen.read.every(ReportPoint)}
    order = [*others[:at], item, *others[at:]]
    for point, position in new_places(order, places, item).items():
        pen.create(ReportPoint, joined_id("report_point", point), item=point, position=position)
    return {"id": item}


def leave_out_of_report(pen: Pen, item: str, left_out: bool = True) -> dict[str, Any]:
    """Leave a point out of the rapporteur's report, or take it in again; the note itself stays."""
    _part_of(pen, item)
    pen.create(ReportPoint, joined_id("report_point", item), item=item, left_out=left_out)
    return {"id": item, "left_out": left_out}


def _part_of(pen: Pen, item: str) -> PartOfReport:
    for part in parts_of_report(pen.read):
        if item in part.points:
            return part
    raise Refused(N_("“{id}” is no point of the rapporteur's report. Nothing was changed."), id=item)


COMMANDS = (
    Command("move-in-report", N_("Move point of the report"), move_in_report),
    Command("leave-out-of-report", N_("Leave point out of the report"), leave_out_of_report),
)
