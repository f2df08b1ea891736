"""Which intervention a note was taken of, where floor and notes were kept on two laptops whose clocks differ.

Only suggestions are made here: a person confirms each. How far two clocks differ was measured where a gavel was
struck on both at the same stroke; where it was not, they count as equal, and that is said. Instants are milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdesk.language import N_
from hrdesk.language.folding import fold

NEAR = 5_000
"""So close to a change of speakers nobody can tell from the time alone of whom a note was taken."""

LINGER = 60_000
"""So long after somebody ended, while nobody else speaks, notes are still taken of that speaker."""

SECOND = 1_000
"""A note tells its time to the second: it was begun anywhere within it."""

DOUBTS: Mapping[str, str] = {
    "not_compared": N_("Clocks not compared."),
    "near_change": N_("Close to a change of speakers."),
    "after_end": N_("After the speaker had ended."),
    "other_speaker": N_("The note names another speaker."),
}
"""Why a suggestion may be wrong, with words for a person."""


@dataclass(frozen=True)
class Noted:
    """A note: when it was begun by the clock of ``device``, and which speaker stands in it, if any."""

    note: str
    at: int
    device: str
    person: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class Span:
    """An intervention: from when to when (none: it goes on) by the clock of ``device``, and whose it is."""

    intervention: str
    starts: int
    ends: int | None
    device: str
    person: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class Suggestion:
    """A note and the intervention it may be of. ``offset`` is by how much the clock of the note was ahead, if known."""

    note: str
    intervention: str
    offset: int | None = None
    doubts: tuple[str, ...] = ()


def suggest(
    notes: Iterable[Noted], spans: Sequence[Span], ahead: Mapping[tuple[str, str], int]
) -> tuple[Suggestion, ...]:
    """Suggest for each note the intervention during which it was taken, in the order of the notes' ids.

    ``ahead`` maps two devices, of a note and of a span, to the milliseconds by which the first one's clock is ahead.
    """
    in_order = sorted(spans, key=lambda span: (span.starts, span.intervention))
    found = (_of_note(note, in_order, ahead) for note in sorted(notes, key=lambda one: one.note))
    return tuple(one for one in found if one is not None)


def _of_note(note: Noted, spans: Sequence[Span], ahead: Mapping[tuple[str, str], int]) -> Suggestion | None:
    """Take the last one that had begun. Every device that kept the floor has its own offset from that of the note."""
    chosen: tuple[int, Span] | None = None
    changes: list[int] = []
    for span in spans:
        since = note.at - _ahead(note, span, ahead) - span.starts  # less than none: the span began later
        changes.append(since)
        if since + SECOND > 0 and (chosen is None or since < chosen[0]):
            chosen = (since, span)
    if chosen is None:
        return None
    since, span = chosen
    over = since - (span.ends - span.starts) if span.ends is not None else -NEAR
    if over > LINGER:
        return None
    offset = ahead.get((note.device, span.device), 0 if note.device == span.device else None)
    others = [one for one in changes if one != since]
    doubts = (
        ("not_compared", offset is None),
        ("near_change", since < NEAR or any(-NEAR < one < NEAR for one in others)),
        ("after_end", over > 0),
        ("other_speaker", not _agrees(note, span)),
    )
    return Suggestion(note.note, span.intervention, offset, tuple(word for word, is_so in doubts if is_so))


def _ahead(note: Noted, span: Span, ahead: Mapping[tuple[str, str], int]) -> int:
    return ahead.get((note.device, span.device), 0)


def _agrees(note: Noted, span: Span) -> bool:
    """Tell whether the speaker that stands in the note, if one does, can be the one who had the floor."""
    if note.person is None and not note.words:
        return True
    if note.person is not None and note.person == span.person:
        return True
    return bool(note.words and span.words) and fold(note.words or "") == fold(span.words or "")
