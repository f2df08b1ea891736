"""What a person can see of the notes."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from hrdesk.floor.rules.clock import offset
from hrdesk.floor.speaking import Spoken, Turn, spoken_of, turns
from hrdesk.notes.rules.rota import Shift
from hrdesk.notes.rules.sittings import class_of_note, levels_of
from hrdesk.notes.rules.spoken import Noted, Span, Suggestion, suggest
from hrdesk.notes.terms import BODY
from hrdesk.records import (
    Addressee,
    Consultation,
    Delegation,
    FloorMark,
    Mechanism,
    MechanismAlias,
    Note,
    Person,
    Seat,
    Session,
    Tag,
    Take,
)
from hrdesk.records.classes import SENSITIVITY, UNSAID_SENSITIVITY
from hrdesk.records.disclosure import is_own, may_be_found
from hrdesk.store.reading import Reader

SPEAKING = (
    "SELECT m.intervention FROM floor_mark m JOIN intervention i ON i.id = m.intervention AND i._state <> 1"
    " WHERE m.session = ? AND m.mark = 'start' AND m._state <> 1 AND m.intervention NOT IN (SELECT intervention"
    " FROM floor_mark WHERE session = ? AND mark = 'stop' AND _state <> 1 AND intervention IS NOT NULL)"
    " ORDER BY m.intervention DESC LIMIT 1"
)

TAGS = "SELECT g.item, t.id, t.scheme, t.name FROM tagging g JOIN tag t ON t.id = g.tag AND t._state <> 1"

NAMED = "(SELECT value FROM json_each(?))"
"""The ids that are asked for, as a JSON list: one question however many they are."""


@dataclass(frozen=True)
class NoteLine:
    """A note as a list shows it: the note, who spoke, how many recommendations were made from it, what class counts."""

    note: Note
    speaker: str
    recommendations: int
    sensitivity: str = UNSAID_SENSITIVITY
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True)
class BodyNames:
    """A body as a note may name it: the name that is kept, and every other one under which it is found."""

    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToConfirm:
    """A note that may be of an intervention: what was suggested, and in words the note and who had the floor."""

    suggestion: Suggestion
    note: Note
    speaker: str


def notes(reader: Reader, session: str | None = None) -> list[Note]:
    """Give the notes of a session, or of all, in the order in which things were said."""
    found = reader.every(Note, session=session) if session else reader.every(Note)
    return sorted(found, key=lambda note: (note.at or "", note.id))


def note_lines_of(reader: Reader, ids: Iterable[str]) -> list[NoteLine]:
    """Give the living ones of some notes as a list shows them, in the order in which things were said."""
    found = _notes_of(reader, list(ids))
    people = {one: reader.get(Person, one) for one in {note.speaker for note in found if note.speaker}}
    sessions = {one: reader.get(Session, one) for one in {note.session for note in found if note.session}}
    wanted = {note.consultation for note in found if note.consultation}
    consultations = {one: reader.get(Consultation, one) for one in wanted}
    # What was deleted makes as strict as before: of those notes alone it is read what bears on them.
    gone = {one for one, held in (*sessions.items(), *consultations.items()) if held is None}
    lost = _classes_of(reader, [one.id for one in found if gone & {one.session, one.consultation}])
    living = [note.id for note in found]
    used, tags = times_used(reader, living), _tags(reader, living)
    return [
        NoteLine(
            note,
            speaker_name(people.get(note.speaker or ""), note.speaker_label),
            used.get(note.id, 0),
            lost.get(note.id)
            or class_of_note(note, sessions.get(note.session or ""), consultations.get(note.consultation or "")),
            tuple(tags.get(note.id, ())),
        )
        for note in found
    ]


def _classes_of(reader: Reader, notes: Sequence[str]) -> dict[str, str]:
    if not notes:
        return {}
    from hrdesk.store.lineage import read_classes_of  # seldom needed, and never while the window opens

    classes = read_classes_of(reader, notes)
    return {note: classes.of(note) for note in notes}


def times_used(reader: Reader, notes: Sequence[str] | None = None) -> dict[str, int]:
    """Count, for each note that was used or for those of some, the recommendations made from it."""
    rows = reader.rows(
        "SELECT l.source, count(*) AS n FROM link l JOIN recommendation r ON r.id = l.item AND r._state <> 1 WHERE"
        f" l.link_kind = 'made_from' AND l._state <> 1 {f'AND l.source IN {NAMED}' if notes is not None else ''}"
        " GROUP BY l.source",
        *([json.dumps(notes)] if notes is not None else []),
    )
    return {row["source"]: row["n"] for row in rows}


def session_of_last_note(reader: Reader) -> str | None:
    """Give the session in which the last note was taken."""
    found = reader.value("SELECT session FROM note WHERE _state <> 1 ORDER BY at DESC, id DESC LIMIT 1")
    return str(found) if found else None


def attributions(reader: Reader) -> dict[str, tuple[str | None, ...]]:
    """Give, for each session and consultation, all that was said on how far what is said there may be attributed.

    Deleted ones are among them: the rule under which people spoke does not go with the record that told it.
    """
    rows = reader.rows("SELECT id, attribution FROM consultation")
    found: dict[str, tuple[str | None, ...]] = {row["id"]: (row["attribution"],) for row in rows}
    for row in reader.rows("SELECT id, consultation, attribution FROM session"):
        found[row["id"]] = (row["attribution"], *levels_of(found, row["consultation"]))
    return found


def tags_for(reader: Reader, audience: str) -> list[Tag]:
    """Give the tags that an audience may know: one that only stricter records bear tells what those are about."""
    if is_own(audience):
        return reader.every(Tag)
    from hrdesk.store.offers import read_offers  # no hall looks on while the window opens

    return list(read_offers(reader, audience).tags)


def addressees_for(reader: Reader, audience: str) -> list[Addressee]:
    """Give the bodies addressed by recommendations that an audience may know."""
    found = reader.every(Addressee)
    if is_own(audience):
        return found
    from hrdesk.store.lineage import read_classes_of  # as above

    classes = read_classes_of(reader, [one.id for one in found])
    return [one for one in found if may_be_found(classes.of(one.id), audience)]


def words_in_use(reader: Reader, audience: str = SENSITIVITY[-1]) -> list[Tag]:
    """Give the tags of this desk that are no bodies and that an audience may know, by name."""
    found = [tag for tag in tags_for(reader, audience) if tag.scheme != BODY and tag.name]
    return sorted(found, key=lambda tag: (tag.name or "", tag.id))


def bodies_in_use(reader: Reader, audience: str = SENSITIVITY[-1]) -> list[BodyNames]:
    """Give every body that a note may name: mechanisms first, then those named or addressed before, delegations.

    Of those named or addressed before an audience is told what it may know.
    """
    aliases: dict[str, list[str]] = {}
    for alias in reader.every(MechanismAlias):
        aliases.setdefault(alias.mechanism or "", []).append(alias.alias or "")
    found = {
        one.acronym or one.name or "": BodyNames(
            one.acronym or one.name or "", tuple(name for name in (one.name, *aliases.get(one.id, ())) if name)
        )
        for one in reader.every(Mechanism)
    }
    known = {name for one in found.values() for name in (one.name, *one.others)}
    named = [tag.name for tag in tags_for(reader, audience) if tag.scheme == BODY]
    named += [one.name for one in addressees_for(reader, audience)]
    delegations = [(one.name, one.code) for one in reader.every(Delegation)]
    for name, code in [*((name, None) for name in named), *delegations]:
        if name and name not in known:
            found.setdefault(name, BodyNames(name, (code,) if code else ()))
    return [one for name, one in found.items() if name]


def shifts(reader: Reader, session: str) -> list[Shift]:
    """Give who takes notes of a session when, in the order of the beginnings; who is not named yet is left out."""
    seats = {seat.id: seat.name or "" for seat in reader.every(Seat)}
    takes = sorted(reader.every(Take, session=session), key=lambda one: (one.starts or "", one.position or "", one.id))
    found = [Shift(seats.get(one.seat or "", ""), one.starts or "", one.ends or "") for one in takes]
    return [one for one in found if one.seat]


def who_speaks(reader: Reader, session: str) -> Spoken | None:
    """Give the intervention that goes on in a session, paused or not; of several the one that was called last."""
    return spoken_of(reader, reader.value(SPEAKING, session, session))


def to_confirm(reader: Reader, session: str) -> list[ToConfirm]:
    """Give the notes of a session that belong to no intervention yet, with the one each may be of.

    Slow for the window's thread: the journal is asked which desk wrote each of the notes.
    """
    held = turns(reader, session)
    if not held:
        return []
    loose = {note.id: note for note in reader.every(Note, session=session, intervention=None)}
    noted = [one for one in (_noted(reader, note) for note in loose.values()) if one is not None]
    ahead = _ahead(reader, session, {one.device for one in noted}, {one.device for one in held})
    spans = [_span(reader, one) for one in held]
    words = {one.intervention: one.words or "" for one in spans}
    return [
        ToConfirm(one, loose[one.note], words[one.intervention])
        for one in sorted(suggest(noted, spans, ahead), key=lambda one: (loose[one.note].at or "", one.note))
    ]


def _words(reader: Reader, spoken: Spoken) -> str:
    return speaker_name(reader.get(Person, spoken.person), spoken.words)


def _span(reader: Reader, turn: Turn) -> Span:
    spoken = turn.spoken
    return Span(spoken.intervention, turn.starts, turn.ends, turn.device, spoken.person, _words(reader, spoken))


def _noted(reader: Reader, note: Note) -> Noted | None:
    """Give when a note was begun and by whose clock: the desk that wrote the time; nothing where no time stands."""
    try:
        at = datetime.fromisoformat(note.at or "")
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    wrote = [change.dev for _, change in reader.cell(note.id, "at") if change.val == note.at]
    device = wrote[-1].partition(".")[0] if wrote else ""
    person = reader.get(Person, note.speaker)
    words = speaker_name(person, note.speaker_label)
    return Noted(note.id, round(at.timestamp() * 1000), device, note.speaker, words)


def _ahead(
    reader: Reader, session: str, of_notes: Iterable[str], of_floor: Iterable[str]
) -> dict[tuple[str, str], int]:
    """Give by how much the clocks of some devices are ahead of others', as gavels struck together measured it."""
    struck: dict[str, list[FloorMark]] = {}
    for mark in reader.every(FloorMark, session=session, mark="gavel"):
        struck.setdefault((mark.device or "").partition(".")[0], []).append(mark)
    floors = tuple(of_floor)
    measured = {
        (mine, theirs): offset(struck.get(theirs, ()), struck.get(mine, ()))
        for mine in of_notes
        for theirs in floors
        if mine != theirs
    }
    return {pair: by for pair, by in measured.items() if by is not None}


def _notes_of(reader: Reader, ids: Sequence[str]) -> list[Note]:
    """Read some notes in one question, in the order in which things were said."""
    rows = reader.rows(
        f"SELECT id, {', '.join(Note.field_names())} FROM note WHERE id IN {NAMED} AND _state <> 1"
        " ORDER BY ifnull(at, ''), id",
        json.dumps(ids),
    )
    flags = [info.name for info in Note.declared if info.type == "yes_no"]
    for row in rows:
        row |= {name: None if row[name] is None else bool(row[name]) for name in flags}
    return [Note(**row) for row in rows]


def _tags(reader: Reader, notes: Sequence[str]) -> dict[str, list[Tag]]:
    """Give the tags of some notes in one question."""
    rows = reader.rows(
        f"{TAGS} WHERE g.item IN {NAMED} AND g._state <> 1 ORDER BY t.scheme, t.name, t.id", json.dumps(notes)
    )
    found: dict[str, list[Tag]] = {}
    for row in rows:
        found.setdefault(row["item"], []).append(Tag(row["id"], scheme=row["scheme"], name=row["name"]))
    return found


def speaker_name(person: Person | None, label: str | None) -> str:
    """Give the words by which a speaker is shown on this desk; a protected person by pseudonym here too."""
    if person is None:
        return label or ""
    if person.protected:
        return person.pseudonym or ""
    return person.name or person.affiliation or label or ""
