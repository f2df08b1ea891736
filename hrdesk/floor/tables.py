"""How the floor was shared, as one table: the balance, the plan, every intervention, and who was not reached.

What anybody may read names speakers as the screen of the room did; a confidential session leaves nothing. For the
desk's own eyes speakers stand by the names of the desk, a protected person by pseudonym.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import tzinfo
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.floor.picture import Picture, Speaker, Turn
from hrdesk.floor.queries import picture
from hrdesk.floor.reckoning import balance_of, missed
from hrdesk.floor.rules.balance import Row
from hrdesk.floor.rules.clock import moment_of
from hrdesk.floor.who import class_and_attribution
from hrdesk.floor.words import CLASSES, NUMBERED_SEGMENTS, QUEUES, SEGMENTS, WRITTEN
from hrdesk.language import N_
from hrdesk.language.words import words_for
from hrdesk.records import Consultation, FormatSegment, Session
from hrdesk.records.disclosure import may_appear
from hrdesk.records.moment import Moment
from hrdesk.store.reading import Reader
from hrdesk.store.saving import write_safely

SAY = Callable[..., str]
"""Puts a marked message into words and fills its fields."""

TABLES = {
    "speaker_class": N_("By class"),
    "regional_group": N_("By regional group"),
    "body": N_("By kind of body"),
    "gender": N_("By gender"),
}
"""What each table of the balance is called."""

PLAN, TURNS, MISSED = N_("Planned and used"), N_("Interventions"), N_("Not reached")

COLUMNS = (
    N_("Table"),
    N_("Who"),
    N_("Class of speakers"),
    N_("Regional group"),
    N_("Kind of body"),
    N_("Queue"),
    N_("Round"),
    N_("Begun at"),
    N_("Speakers"),
    N_("Interventions"),
    N_("Seconds allowed"),
    N_("Seconds used"),
    N_("Share of the time, per mille"),
    N_("Not reached"),
    N_("Remark"),
)

WORDS = {
    **CLASSES,
    "african": N_("African States"),
    "asia_pacific": N_("Asia-Pacific States"),
    "eastern_european": N_("Eastern European States"),
    "latin_american_caribbean": N_("Latin American and Caribbean States"),
    "western_european_other": N_("Western European and other States"),
    "woman": N_("Women"),
    "man": N_("Men"),
}
"""What the rows are called, whatever they count by."""

NOT_TOLD = N_("Not told")

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would reckon: a name that begins so is written behind an apostrophe."""

Cells = tuple[str | int, ...]


def rows(seen: Picture, now: Moment, say: SAY, *, for_desk: bool = False, zone: tzinfo | None = None) -> list[Cells]:
    """Give the rows under ``COLUMNS``; times of the day are those of ``zone``, seconds are whole."""
    balance = balance_of(seen, now)
    found = [_of_balance(say, TABLES[name], row) for name, row in balance.rows()]
    found += [_of_segment(say, one.segment, one.clock.seconds, one.clock.read(now).used) for one in seen.stretches]
    found += [_of_turn(say, turn, now, for_desk=for_desk, zone=zone) for turn in seen.turns if turn.clock.marks]
    for line in missed(seen):
        who = _who(say, line.speaker, for_desk=for_desk)
        remark = say(WRITTEN) if line.speaker.request.written else ""
        found.append((say(MISSED), *who, "", "", 0, "", 0, "", 1, remark))
    return found


def word_of(say: SAY, row: Row) -> str:
    """Give what a row of the balance is called."""
    return say(WORDS[row.word]) if row.word in WORDS else say(NOT_TOLD) if not row.word else row.word


def written(found: list[Cells], say: SAY) -> bytes:
    """Write rows as CSV that every spreadsheet reads: UTF-8 with its mark, commas, and lines that end in CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([say(one) for one in COLUMNS])
    writer.writerows([[_plain(cell) for cell in row] for row in found])
    return text.getvalue().encode("utf-8-sig")


def export_table(
    reader: Reader, session: str, target: Path, moment: Moment, language: str, *, for_desk: bool = False
) -> int:
    """Write how the floor of a session was shared into ``target``, and give the number of rows.

    Raises Refused for a confidential session, unless it is for the desk's own eyes.
    """
    refuse_confidential(reader, session, for_desk=for_desk)
    seen = picture(reader, session, moment, language, language)
    say = words_for(language).text
    found = rows(seen, moment, say, for_desk=for_desk, zone=zone_of(seen.session))
    write_safely(target, written(found, say))
    return len(found)


def refuse_confidential(reader: Reader, session: str, *, for_desk: bool) -> None:
    """Refuse what would let a confidential session leave the desk."""
    held = reader.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    sensitivity, _ = class_and_attribution(held, reader.was(Consultation, held.consultation))
    if not for_desk and not may_appear(sensitivity):
        raise Refused(N_("This session is confidential: how its floor was shared stays here. Nothing was written."))


def zone_of(session: Session) -> tzinfo | None:
    """Give the time zone of the venue; none where it is not told or not known."""
    from zoneinfo import ZoneInfo  # slow to load

    try:
        return ZoneInfo(session.time_zone) if session.time_zone else None
    except (ValueError, OSError, KeyError):  # KeyError: a zone that no table knows
        return None


def segment_name(say: SAY, segment: FormatSegment) -> str:
    """Give what a segment is called."""
    kind = segment.segment_kind or "other"
    if segment.title:
        return segment.title
    if segment.number and kind in NUMBERED_SEGMENTS:
        return say(NUMBERED_SEGMENTS[kind], number=segment.number)
    return _worded(say, SEGMENTS, kind)


def public_name(say: SAY, speaker: Speaker) -> str:
    """Give the words by which the room knew who spoke: the class alone where it might not know more."""
    named = speaker.public or speaker.delegation
    if not named:
        return _worded(say, CLASSES, speaker.request.speaker_class)
    return f"{named} ({speaker.on_behalf_of})" if speaker.on_behalf_of else named


def _of_balance(say: SAY, table: str, row: Row) -> Cells:
    used = _seconds(row.used)
    counts = (row.speakers, row.interventions, "", used, row.share, row.missed, "")
    return (say(table), word_of(say, row), "", "", "", "", "", "", *counts)


def _of_segment(say: SAY, segment: FormatSegment, planned: int | None, used: int) -> Cells:
    allowed: str | int = "" if planned is None else planned
    number: str | int = segment.number or ""
    name = segment_name(say, segment)
    return (say(PLAN), name, "", "", "", "", number, "", "", "", allowed, _seconds(used), "", "", "")


def _of_turn(say: SAY, turn: Turn, now: Moment, *, for_desk: bool, zone: tzinfo | None) -> Cells:
    reading = turn.clock.read(now)
    begun = next((mark for mark in turn.clock.marks if mark.mark == "start"), None)
    at = moment_of(begun).at.astimezone(zone).isoformat(timespec="seconds") if begun else ""
    allowed: str | int = "" if reading.allowed is None else _seconds(reading.allowed)
    who = _who(say, turn.speaker, for_desk=for_desk)
    return (say(TURNS), *who, at, 1, 1, allowed, _seconds(reading.used), "", "", "")


def _who(say: SAY, speaker: Speaker, *, for_desk: bool) -> Iterator[str | int]:
    """Give name, class, group, body, queue and round; where only the class may be known, nothing that says more."""
    request = speaker.request
    may_know = for_desk or bool(speaker.public or speaker.delegation)
    yield (speaker.name if for_desk else "") or public_name(say, speaker)
    yield _worded(say, CLASSES, request.speaker_class)
    yield say(WORDS[speaker.regional_group]) if may_know and speaker.regional_group in WORDS else ""
    yield say(WORDS[speaker.body]) if may_know and speaker.body in WORDS else ""
    yield _worded(say, QUEUES, request.queue or "floor")
    yield request.number or ""


def _worded(say: SAY, words: Mapping[str, str], key: str | None) -> str:
    """Put a choice into words; one of a newer desk stands as it is."""
    found = words.get(key or "other")
    return say(found) if found else key or ""


def _seconds(milliseconds: int) -> int:
    return round(milliseconds / 1000)


def _plain(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
