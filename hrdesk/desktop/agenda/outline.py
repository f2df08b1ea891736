"""What the outline of a consultation shows: which kinds, under which headings, and what hangs under what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrdesk.agenda.queries import every_of
from hrdesk.desktop.shell.hall import Hall
from hrdesk.desktop.widgets.titles import title_of
from hrdesk.language import N_
from hrdesk.records import KINDS, Record
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

HEADINGS = {
    "consultation": N_("Consultation"),
    "session": N_("Sessions"),
    "take": N_("Turns of taking notes"),
    "agenda_item": N_("Agenda items"),
    "guiding_question": N_("Guiding questions"),
    "subtopic": N_("Sub-topics"),
    "person": N_("People and delegations"),
    "delegation": N_("Delegations"),
    "officer": N_("Officers and panellists"),
    "participant_category": N_("Categories of participants"),
    "organiser": N_("Organisers"),
    "mandate": N_("Mandates"),
    "mandate_paragraph": N_("Paragraphs of mandates"),
    "objective": N_("Objectives"),
    "time_rule": N_("Rules for the floor"),
    "session_format": N_("Formats of sessions"),
    "format_segment": N_("Segments of formats"),
    "format_class": N_("Classes of speakers in formats"),
    "service_language": N_("Languages"),
    "expected_output": N_("Expected outputs"),
    "regional_consultation": N_("Regional consultations"),
    "theme_preference": N_("Themes in order of preference"),
    "key_point": N_("Key points"),
    "attached_meeting": N_("Attached meetings"),
    "previous_workshop": N_("Previous workshops"),
    "background_document": N_("Background documents"),
    "footnote": N_("Footnotes"),
    "good_practice": N_("Good practices"),
    "lesson": N_("Challenges and lessons"),
    "mechanism": N_("Mechanisms"),
    "mechanism_alias": N_("Other names of mechanisms"),
    "seat": N_("Desks"),
}
"""The headings, in the order in which a programme is thought of."""

ALWAYS_UNDER = (
    "mandate_paragraph",
    "theme_preference",
    "key_point",
    "mechanism_alias",
    "subtopic",
    "format_segment",
    "format_class",
)
"""Kinds that stand under what they belong to; their own heading appears only for those that lost it."""

UNDER: Mapping[str, tuple[str, ...]] = {
    "agenda_item": ("parent",),
    "guiding_question": ("owner",),
    "subtopic": ("owner",),
    "officer": ("agenda_item", "session"),
    "take": ("session",),
    "mandate_paragraph": ("mandate",),
    "expected_output": ("parent",),
    "theme_preference": ("regional_consultation",),
    "key_point": ("regional_consultation",),
    "organiser": ("owner",),
    "participant_category": ("owner",),
    "mechanism_alias": ("mechanism",),
    "format_segment": ("session_format",),
    "format_class": ("session_format",),
    "footnote": ("owner",),
}
"""The fields by which a kind hangs under another record; what hangs on the consultation stands under its heading."""


@dataclass
class Branch:
    """A record in the outline, with what hangs under it."""

    kind: str
    record: str
    title: str
    under: list["Branch"] = field(default_factory=list)


def read_outline(reader: Reader) -> dict[str, list[Branch]]:
    """Read the outline: for each heading the records under it, each with what hangs under it."""
    held = {kind: every_of(reader, kind) for kind in HEADINGS}
    branches = {
        one.id: Branch(kind, one.id, title_of(one, reader)) for kind, records in held.items() for one in records
    }
    top: dict[str, list[Branch]] = {kind: [] for kind in HEADINGS}
    for kind, records in held.items():
        for one in records:
            above = branches.get(owner_of(one) or "")
            if above is None or above.kind == "consultation" or _is_under(branches[one.id], above):
                top[kind].append(branches[one.id])
            else:
                above.under.append(branches[one.id])
    return top


def seen_by(hall: Hall, reader: Reader) -> tuple[dict[str, list[Branch]], int]:
    """Read the outline as the audience of the window may see it, and count the records that are not in it."""
    outline = read_outline(reader)
    if not hall.is_on:
        return outline, 0
    classes = read_classes(reader)
    hidden = 0

    def seen(branches: list[Branch]) -> list[Branch]:
        nonlocal hidden
        found = []
        for one in branches:
            if hall.may_show(classes.of(one.record)):
                one.under = seen(one.under)
                found.append(one)
            else:
                hidden += _count(one)
        return found

    return {kind: seen(branches) for kind, branches in outline.items()}, hidden


def owner_of(record: Record) -> str | None:
    """Give the record that ``record`` hangs under, by the first of its fields that names one."""
    named = (getattr(record, name) for name in UNDER.get(record.kind, ()))
    return next((str(value) for value in named if value), None)


def kinds_under(kind: str) -> list[str]:
    """List the kinds that can be added under a record of ``kind``."""
    return [
        below
        for below, names in UNDER.items()
        if kind != "consultation" and any(kind in KINDS[below].field(name).refers_to for name in names)
    ]


def link_field(below: str, kind: str) -> str:
    """Name the field by which a record of ``below`` hangs under one of ``kind``."""
    return next(name for name in UNDER[below] if kind in KINDS[below].field(name).refers_to)


def _count(branch: Branch) -> int:
    return 1 + sum(_count(one) for one in branch.under)


def _is_under(above: Branch, below: Branch) -> bool:
    """Tell whether ``below`` already hangs somewhere under ``above``: two desks may have made a circle."""
    return above is below or any(_is_under(one, below) for one in above.under)
