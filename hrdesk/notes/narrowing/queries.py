"""The notes of a session by words, speaker, kind, class, tag and question: chosen and put in order by the database."""

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from hrdesk.notes.queries import NAMED, TAGS, speaker_name
from hrdesk.notes.rules.sittings import class_of_note
from hrdesk.notes.terms import BODY
from hrdesk.records import Consultation, Note, Person, Session, Tag
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.reading import Reader

if TYPE_CHECKING:
    from hrdesk.language.analysis import Term

NO_QUESTION = "none"
"""Stands for the notes against no guiding question."""

MOST_HITS = 50_000
"""Notes of a desk that hold the words looked for; more than that are not narrowed to one session."""

Speaker = tuple[str | None, str | None]
"""A person by id, or the words as heard."""


Place = tuple[str, str]
"""What puts a note in order: its instant and its id."""


@dataclass(frozen=True)
class Wanted:
    """What is wanted of the notes of a session; what is empty does not count."""

    words: str = ""
    speaker: Speaker | None = None
    note_kind: str = ""
    sensitivity: str = ""
    tag: str = ""
    question: str = ""
    unresolved: bool = False


EVERYTHING = Wanted()


@dataclass(frozen=True)
class Offers:
    """What notes of a session can be narrowed to: who spoke, in words, and the tags that stand on them."""

    speakers: tuple[tuple[Speaker, str], ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True)
class Standing:
    """Which notes stand in a list and where, without what they say.

    ``order`` holds the instant and the id of each, in the order in which things were said; ``unresolved`` names those
    of them with marks to look at, ``hidden`` every note of the session that may not be shown, wanted or not.
    """

    order: list[Place]
    unresolved: set[str]
    hidden: set[str]


def _looked_for(words: str) -> "tuple[Term, ...]":
    """Read words as the search does, whose reading is loaded when there are any: the window opens without."""
    if not words.strip():
        return ()
    from hrdesk.language.analysis import terms

    return terms(words, typing=True)


def standing(reader: Reader, session: str, wanted: Wanted, may_show: Callable[[str], bool]) -> Standing:
    """Give where the wanted notes of a session stand in a list, as far as they may be shown."""
    hidden = _hidden(reader, session, may_show)
    where, values = _condition(reader, session, wanted)
    order, unresolved = [], set()
    for at, note, has_doubts in reader.each(
        f"SELECT ifnull(at, ''), id, ifnull(unresolved, '') <> '' FROM note WHERE {where} ORDER BY 1, 2", *values
    ):
        if note not in hidden:
            order.append((at, note))
            if has_doubts:
                unresolved.add(note)
    return Standing(order, unresolved, hidden)


def those_wanted(reader: Reader, session: str, wanted: Wanted, notes: Collection[str]) -> set[str]:
    """Give those of some notes that are wanted."""
    where, values = _condition(reader, session, wanted)
    return {
        row["id"] for row in reader.rows(f"SELECT id FROM note WHERE {where} AND id IN {NAMED}", *values, _list(notes))
    }


def count_notes(reader: Reader, session: str) -> int:
    """Count the notes of a session, wanted or not."""
    return int(reader.value("SELECT count(*) FROM note WHERE session = ? AND _state <> 1", session))


def last_note(reader: Reader, session: str, may_show: Callable[[str], bool]) -> Note | None:
    """Give the last note of a session that may be shown, whatever the list is narrowed to."""
    classes = [one for one in SENSITIVITY if may_show(one)]
    where, values = "session = ? AND _state <> 1", [session]
    if len(classes) < len(SENSITIVITY):
        owns = _own_classes(reader, session, classes)
        where, values = f"{where} AND ifnull(sensitivity, '') IN {NAMED}", [*values, owns]
    found = reader.value(f"SELECT id FROM note WHERE {where} ORDER BY ifnull(at, '') DESC, id DESC LIMIT 1", *values)
    return reader.get(Note, found)


def offers(reader: Reader, session: str, may_show: Callable[[str], bool]) -> Offers:
    """Give what the notes of a session that may be shown can be narrowed to; to others speakers are no offer."""
    owns = _own_classes(reader, session, [one for one in SENSITIVITY if may_show(one)])
    shown = f"n.session = ? AND n._state <> 1 AND ifnull(n.sensitivity, '') IN {NAMED}"
    spoke = reader.rows(
        f"SELECT DISTINCT n.speaker, n.speaker_label FROM note n WHERE {shown}"
        " AND (n.speaker IS NOT NULL OR n.speaker_label IS NOT NULL)",
        session,
        owns,
    )
    tags = reader.rows(
        f"SELECT DISTINCT t.id, t.scheme, t.name FROM ({TAGS} WHERE g._state <> 1) t JOIN note n ON n.id = t.item"
        f" WHERE {shown} ORDER BY t.scheme = '{BODY}', t.name, t.id",
        session,
        owns,
    )
    speakers: dict[Speaker, str] = {}
    for row in spoke:
        person = reader.get(Person, row["speaker"])
        who: Speaker = (row["speaker"], None) if row["speaker"] else (None, row["speaker_label"])
        speakers.setdefault(who, speaker_name(person, row["speaker_label"]))
    if not all(map(may_show, SENSITIVITY)):
        speakers.clear()
    named = sorted(((who, name) for who, name in speakers.items() if name), key=lambda one: one[1].casefold())
    return Offers(tuple(named), tuple(Tag(row["id"], scheme=row["scheme"], name=row["name"]) for row in tags))


def _condition(reader: Reader, session: str, wanted: Wanted) -> tuple[str, list[Any]]:
    """Write what is wanted as a condition; words are looked up in the index of the search, in all six languages."""
    where: list[str] = ["session = ?", "_state <> 1"]
    values: list[Any] = [session]

    def also(condition: str, *told: Any) -> None:
        where.append(condition)
        values.extend(told)

    if looked_for := _looked_for(wanted.words):
        hits = reader.search(looked_for, limit=MOST_HITS, kinds={Note.kind})
        also(f"id IN {NAMED}", _list(hit.record for hit in hits))
    if wanted.speaker is not None:
        person, label = wanted.speaker
        also("speaker = ?", person) if person else also("speaker IS NULL AND speaker_label = ?", label)
    if wanted.note_kind:
        also("note_kind = ?", wanted.note_kind)
    if wanted.sensitivity:
        owns = _own_classes(reader, session, [wanted.sensitivity])
        also(f"ifnull(sensitivity, '') IN {NAMED}", owns)
    if wanted.tag:
        also("id IN (SELECT item FROM tagging WHERE tag = ? AND _state <> 1)", wanted.tag)
    if wanted.question:
        also("question IS NULL") if wanted.question == NO_QUESTION else also("question = ?", wanted.question)
    if wanted.unresolved:
        also("ifnull(unresolved, '') <> ''")
    return " AND ".join(where), values


def _hidden(reader: Reader, session: str, may_show: Callable[[str], bool]) -> set[str]:
    """Name the notes of a session that may not be shown, by the class that counts for each."""
    if all(may_show(one) for one in SENSITIVITY):
        return set()
    held = reader.get(Session, session)

    @cache
    def is_hidden(sensitivity: str | None, consultation: str | None) -> bool:
        owner = reader.get(Consultation, consultation)
        return not may_show(class_of_note(Note("", sensitivity=sensitivity), held, owner))

    rows = reader.each("SELECT id, sensitivity, consultation FROM note WHERE session = ? AND _state <> 1", session)
    return {note for note, sensitivity, consultation in rows if is_hidden(sensitivity, consultation)}


def _own_classes(reader: Reader, session: str, counting: Collection[str]) -> str:
    """Name, as JSON, what may stand in a note of this session so that one of these classes counts for it."""
    held = reader.get(Session, session)
    owner = reader.get(Consultation, held.consultation) if held else None
    said = [None, *SENSITIVITY]
    return _list(one or "" for one in said if class_of_note(Note("", sensitivity=one), held, owner) in counting)


def _list(values: Iterable[str]) -> str:
    return json.dumps(list(values))
