"""The formats of sessions that are shipped, as data with their sources, and how a desk gets a copy of one to work with.

A rule that was found stands in the source text. What was not found, or stands only in somebody's memory, is a setting
that people change, and the source text says so.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hrdesk.language import N_
from hrdesk.paths import resources_folder
from hrdesk.records import FormatClass, FormatSegment, SessionFormat, Value
from hrdesk.records.ids import joined_id, positions
from hrdesk.store.pen import Pen

WARN_AT, URGE_AT = 30, 10
"""Seconds before the end. Our own default: no rule on lights or on cutting the microphone was found."""

ANNOUNCED = 1
"""Names announced ahead: "to be followed by …". Our own default; no rule was found."""

NAMES = {
    "panel-2016": N_("Half-day panel, as in 2016"),
    "workshop": N_("Workshop panel without limits"),
    "general-debate": N_("General debate of the Human Rights Council"),
    "upr-adoption": N_("Adoption of a UPR outcome"),
}

SOURCES = {
    "panel-2016": N_(
        "Concept note of the panel under Human Rights Council resolution 30/25 (2016): opening and presentations up to"
        " one hour; list established at the beginning of the discussion; high-level dignitaries and groups moved to its"
        " beginning; two minutes each; twice 45 minutes of floor and 15 minutes of replies. The order of the classes"
        " after these two is a setting, as in session reports. Warnings and the number of names announced are settings:"
        " no rule was found."
    ),
    "workshop": N_(
        "Concept notes of the workshops: short informal presentations, interactive discussion, wrap-up by experts; they"
        " set no minutes and no limits. Everything else is a setting: no rule was found."
    ),
    "general-debate": N_(
        "Orders of the day of the Human Rights Council, 2014 to 2016: three minutes for member States, two minutes for"
        " observer States and all other observers; the list closes about 15 minutes after the debate begins. Council"
        " resolution 16/21, paragraph 28: a national institution of A status follows its State. The limits of"
        " dignitaries and groups, the order of the classes, warnings and the number of names announced are settings: no"
        " rule was found. For rights of reply no limit is set here."
    ),
    "upr-adoption": N_(
        "Orders of the day of the Human Rights Council: 20 minutes each for the State under review, for States and"
        " United Nations bodies, and for other stakeholders, these for two minutes each; the national institution of A"
        " status, for two minutes, directly after the State. UPR Info, 10 September 2012: among more than 13 States, 13"
        " are drawn by lot, in that order, for one and a half minutes each; places may be exchanged. Warnings and the"
        " number of names announced are settings: no rule was found."
    ),
}

TITLES = (
    N_("Opening statements and initial presentations"),
    N_("Replies and concluding remarks"),
    N_("Short informal presentations"),
    N_("Interactive discussion"),
    N_("Wrap-up by experts"),
    N_("General debate"),
    N_("State under review"),
    N_("States and United Nations"),
    N_("Other stakeholders"),
)
"""The titles of segments in the file, marked here for translation."""


@dataclass(frozen=True)
class Shipped:
    """A shipped format: its key, name and source in English, and whether it stands behind "More formats"."""

    key: str
    name: str
    source: str
    is_more: bool
    rules: dict[str, Value] = field(default_factory=dict)
    segments: tuple[dict[str, Any], ...] = ()
    classes: tuple[dict[str, Any], ...] = ()


@cache
def shipped() -> dict[str, Shipped]:
    """Give the shipped formats by key, those up front first."""
    path = resources_folder() / "vocabularies" / "session-formats.json"
    return {told["key"]: _read(told) for told in json.loads(path.read_text("utf-8"))}


def format_id(consultation: str, key: str) -> str:
    """Give the id of a shipped format in a consultation: the same on every desk."""
    return joined_id("session_format", consultation, key)


def make(pen: Pen, consultation: str, key: str) -> str:
    """Give the id of a shipped format in a consultation, making its records where the desk has none yet."""
    made = format_id(consultation, key)
    if pen.read.get(SessionFormat, made) is not None:
        return made
    told = shipped()[key]
    for noun, record, values in _records(told, made):
        pen.create(noun, record, **values)
    pen.create(
        SessionFormat,
        made,
        consultation=consultation,
        name=told.name,
        shipped=key,
        source=told.source,
        **told.rules,
    )
    return made


def copy(pen: Pen, held: SessionFormat, name: str) -> str:
    """Make a copy of a format of this desk under another name, with all that belongs to it."""
    made = pen.create(SessionFormat, **{**held.values(), "name": name, "position": None})
    segments: dict[str | None, str | None] = {None: None}
    for segment in pen.read.every(FormatSegment, session_format=held.id):
        segments[segment.id] = pen.create(FormatSegment, **{**segment.values(), "session_format": made})
    for one in pen.read.every(FormatClass, session_format=held.id):
        values = {**one.values(), "session_format": made, "segment": segments.get(one.segment)}
        pen.create(FormatClass, **values)
    return made


def _read(told: dict[str, Any]) -> Shipped:
    rules: dict[str, Value] = {"warn_at": WARN_AT, "urge_at": URGE_AT, "announced": ANNOUNCED}
    rules |= {name: value for name, value in told.items() if name in SessionFormat.field_names()}
    return Shipped(
        told["key"],
        NAMES[told["key"]],
        SOURCES[told["key"]],
        told["more"],
        rules,
        tuple(told["segments"]),
        tuple(told["classes"]),
    )


def _records(told: Shipped, made: str) -> Iterator[tuple[type[FormatSegment | FormatClass], str, dict[str, Value]]]:
    """Give segments and classes of a format with ids that follow from it; classes of one rank have one order key."""
    for segment, key in zip(told.segments, positions(len(told.segments)), strict=True):
        values = {name: value for name, value in segment.items() if name not in ("key", "kind")}
        yield (
            FormatSegment,
            _part(made, segment["key"]),
            {"session_format": made, "segment_kind": segment["kind"], "position": key, **values},
        )
    for group in told.classes:
        named = group.get("segment")
        limits = group.get("seconds", {})
        for rank, key in zip(group["ranks"], positions(len(group["ranks"])), strict=True):
            for speaker_class in rank:
                yield (
                    FormatClass,
                    _part(made, named or "", speaker_class),
                    {
                        "session_format": made,
                        "segment": _part(made, named) if named else None,
                        "speaker_class": speaker_class,
                        "seconds": limits.get(speaker_class, limits.get("default")),
                        "position": key,
                    },
                )


def _part(made: str, *keys: str) -> str:
    return joined_id("format_part", made, *keys)
