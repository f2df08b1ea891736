"""The words and shapes in which the room tells of speakers: class, state, reasons, and whole lines read aloud."""

from collections.abc import Callable
from datetime import datetime

from hrdesk.desktop.floor.screens.clock_face import time_text
from hrdesk.desktop.widgets.beside import beside
from hrdesk.floor.picture import Line, Reason, Speaker
from hrdesk.floor.rules.order import FIRST
from hrdesk.floor.words import (
    CLASSES,
    DECISIONS,
    FIRST_BY_CLASS,
    NUMBERED_SEGMENTS,
    REASONS,
    SEGMENTS,
    STATEMENTS,
    STATES,
    WRITTEN,
)
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.records import FloorDecision, FormatSegment

NameOf = Callable[[str], str]
"""Names a request by its id."""

SIGNS = {
    "inscribed": "○",
    "confirmed": "●",
    "called": "►",
    "speaking": "▶",
    "spoke": "✓",
    "absent": "✕",
    "withdrawn": "–",
    "not_reached": "◌",
}
"""A shape for each state, beside its word."""


STAGES = {
    "idle": ("–", N_("Nobody has the floor")),
    "called": ("►", N_("Called: the clock stands")),
    "running": ("▶", N_("Speaking")),
    "warned": ("▲", N_("Time is running out")),
    "urged": ("◆", N_("The last seconds")),
    "over": ("■", N_("Over time")),
    "paused": ("‖", N_("Paused")),
    "ended": ("✓", N_("Has spoken")),
    "ended_over": ("■", N_("Has spoken, over time")),
    "unsure": ("?", N_("Please confirm the time")),
}
"""A shape and words for each stage of a clock; figures and colour say it too."""

SEGMENT_STAGES = {
    "running": ("▶", N_("Goes on")),
    "urged": ("◆", N_("Time is running out")),
    "ended": ("✓", N_("Is over")),
    "ended_over": ("■", N_("Is over, late")),
}
"""What is said otherwise of a segment."""


def stage_words(stage: str) -> str:
    """Give shape and words of a stage of a clock."""
    sign, message = STAGES[stage]
    return f"{sign}  {_(message)}"


def segment_stage_words(stage: str) -> str:
    """Give shape and words of a stage of the clock of a segment."""
    sign, message = SEGMENT_STAGES.get(stage, STAGES[stage])
    return f"{sign}  {_(message)}"


def speaker_name(speaker: Speaker) -> str:
    """Name a speaker on this desk; whoever has no name that may be told, by class."""
    return speaker.name or class_words(speaker.request.speaker_class)


def class_words(speaker_class: str | None) -> str:
    """Give the word of a class of speakers; one of a newer desk is shown as it is."""
    return _word(CLASSES, speaker_class)


def state_words(state: str | None) -> str:
    """Give shape and word of a state."""
    return f"{SIGNS.get(state or '', '○')} {_word(STATES, state)}"


def reason_words(reason: Reason, name_of: NameOf) -> str:
    """Say why somebody stands where he stands; what every line would say is not said."""
    if reason.word == "class":
        return _(FIRST_BY_CLASS, of=class_words(reason.of)) if reason.of in FIRST else ""
    message = "" if reason.word == "inscription" else REASONS.get(reason.word, reason.word)
    of = name_of(reason.of) if reason.word in ("swap", "after_state") else reason.of
    return _(message, of=of or _("another speaker")) if message else ""


def segment_words(segment: FormatSegment) -> str:
    """Name a segment by its own title, else by its kind, and its round where it has one."""
    if segment.title:
        name = _(segment.title)
        return _("{what} {number}", what=name, number=str(segment.number)) if segment.number else name
    kind = segment.segment_kind or "other"
    if segment.number and kind in NUMBERED_SEGMENTS:
        return _(NUMBERED_SEGMENTS[kind], number=str(segment.number))
    return _word(SEGMENTS, kind)


def decision_words(decision: FloorDecision) -> str:
    """Give the sentence of a decision, else the word of its kind."""
    return decision.text or _word(DECISIONS, decision.decision)


def behalf_words(line: Line) -> str:
    """Say for whom somebody speaks, where it is not for himself alone."""
    request = line.speaker.request
    if request.on_behalf_of:
        return _("on behalf of {whom}", whom=request.on_behalf_of)
    return _word(STATEMENTS, request.statement) if request.statement in ("group", "joint") else ""


def second_line(line: Line, name_of: NameOf) -> str:
    """Give what stands faintly under a name: the class, for whom, and why there."""
    request = line.speaker.request
    why = [reason_words(reason, name_of) for reason in line.reasons]
    first = any(reason.word == "class" and reason.of in FIRST for reason in line.reasons)
    parts = ["" if first else class_words(request.speaker_class), behalf_words(line), *why]
    parts += [_(WRITTEN)] if request.written else []
    parts += [_("on the list twice")] if line.twice else []
    return beside(*parts)


def limit_words(line: Line) -> str:
    """Give the limit, or the time used by who has spoken."""
    if line.used:
        return time_text(line.used // 1000)
    return time_text(line.seconds) if line.seconds is not None else _("no limit")


def spoken_line(line: Line, name_of: NameOf) -> str:
    """Say a whole line in one sentence, for a screen reader."""
    request = line.speaker.request
    parts = [str(line.place) if line.place else "", speaker_name(line.speaker)]
    parts += [second_line(line, name_of), _word(STATES, request.state), limit_words(line)]
    if line.place and not line.fits:
        parts.append(_("does not fit into the time"))
    return ", ".join(part for part in parts if part)


def _word(table: dict[str, str], value: str | None) -> str:
    message = table.get(value or "")
    return _(message) if message else value or ""


def hour_of(at: str | None) -> str:
    """Write the hour of an instant by the clock of this machine."""
    try:
        return f"{datetime.fromisoformat(at or '').astimezone():%H:%M:%S}"
    except (ValueError, OverflowError):
        return at or ""
