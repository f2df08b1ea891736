"""Keeping notes: what they take over from their session, and what is refused with the text still in the line."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.notes.queries import note_lines_of, notes, session_of_last_note, speaker_name
from hrdesk.records import Note, Person
from hrdesk.work import COMMANDS
from tests.floor.scenes import ask_for_floor, speak
from tests.notes.reading_anew import note_lines
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def keep(desk: MemoryDesk, **fields: Any) -> Note:
    held = desk.reader.get(Note, do(desk, "keep-note", **{"text": "x", **fields})["id"])
    assert held is not None
    return held


@pytest.mark.parametrize(
    ("consultation", "session", "note"),
    [
        (None, None, "restricted"),
        (None, "public", "public"),
        ("public", None, "public"),
        ("restricted", "public", "restricted"),
        ("public", "confidential", "confidential"),
        ("confidential", "public", "confidential"),
    ],
)
def test_a_note_takes_the_class_of_where_it_is_taken(
    desk: MemoryDesk, consultation: str | None, session: str | None, note: str
):
    made = do(desk, "new-consultation", title="W", **({"sensitivity": consultation} if consultation else {}))["session"]
    if session:
        do(desk, "edit", id=made, sensitivity=session)
    assert keep(desk, session=made).sensitivity == note


def test_a_note_milder_than_its_session_is_refused_and_a_stricter_one_is_kept(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="W", sensitivity="restricted")["session"]
    with pytest.raises(Refused, match="stricter"):
        keep(desk, session=session, sensitivity="public")
    assert keep(desk, session=session, sensitivity="confidential").sensitivity == "confidential"
    assert [one.sensitivity for one in notes(desk.reader)] == ["confidential"]


def test_a_note_stamps_itself_and_speaks_the_language_of_the_consultation(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="W", language="es")["session"]
    held = keep(desk, session=session, text="  hola \n")
    assert (held.text, held.language, held.note_kind) == ("hola", "es", "other")
    assert held.at is not None
    assert held.at.startswith("2026-11-20T10:")
    assert held.at.endswith("Z")
    assert keep(desk, session=session, language="ar", at="2026-11-20T09:00:00Z").at == "2026-11-20T09:00:00Z"
    assert keep(desk, session=session, at="2026-11-20T10:00:00+01:00").at == "2026-11-20T09:00:00Z"


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " \n "},
        {"session": "none"},
        {"language": "de"},
        {"speaker": "none"},
        {"note_kind": "song"},
        {"sensitivity": "secret"},
        {"attribution": "all"},
        {"at": "yesterday"},
        {"at": "2026-11-20T09:00:00"},
    ],
)
def test_what_cannot_be_kept_is_refused(desk: MemoryDesk, wrong: dict[str, str]):
    session = do(desk, "new-consultation", title="W")["session"]
    with pytest.raises(Refused):
        keep(desk, **{"session": session, **wrong})
    assert notes(desk.reader) == []


def test_no_name_is_written_beside_a_protected_person(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="W")["session"]
    person = do(desk, "add", kind="person", name="N. N.", protected=True, pseudonym="Speaker 7")["id"]
    held = keep(desk, session=session, speaker=person, speaker_label="N. N.")
    assert (held.speaker, held.speaker_label) == (person, None)
    [line] = note_lines(desk.reader)
    assert line.speaker == "Speaker 7"


def test_notes_are_listed_in_the_order_in_which_things_were_said(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="W", sensitivity="public")["session"]
    other = do(desk, "add", kind="session", title="B")["id"]
    late = keep(desk, session=session, at="2026-11-20T12:00:00Z", text="late", sensitivity="public")
    early = keep(desk, session=other, at="2026-11-20T09:00:00Z", text="early")
    do(desk, "make-recommendation", notes=[late.id])
    do(desk, "edit", id=other, sensitivity="confidential")
    assert [one.note.text for one in note_lines(desk.reader)] == ["early", "late"]
    assert [
        (one.note.id, one.recommendations, one.sensitivity)
        for one in note_lines_of(desk.reader, [late.id, early.id, "none"])
    ] == [
        (early.id, 0, "confidential"),
        (late.id, 1, "public"),
    ]
    assert [one.id for one in notes(desk.reader, session)] == [late.id]
    assert session_of_last_note(desk.reader) == session


@pytest.mark.parametrize(
    ("person", "label", "shown"),
    [
        (None, None, ""),
        (None, "as heard", "as heard"),
        (Person("p", name="N. N.", affiliation="A"), "as heard", "N. N."),
        (Person("p", affiliation="A"), "as heard", "A"),
        (Person("p"), "as heard", "as heard"),
        (Person("p", name="N. N.", protected=True), "as heard", ""),
    ],
)
def test_a_speaker_is_shown_by_these_words(person: Person | None, label: str | None, shown: str):
    assert speaker_name(person, label) == shown


def test_a_note_tells_of_which_intervention_it_is_and_of_none_in_another_session(desk):
    session = do(desk, "new-consultation", title="Panel", language="en")["session"]
    other = do(desk, "add", kind="session", title="Other")["id"]
    spoken = speak(desk.run, session, ask_for_floor(desk.run, session, speaker_label="x"), "2026-11-20T10:00:00.000Z")
    assert keep(desk, session=session, intervention=spoken).intervention == spoken
    assert keep(desk, session=session).intervention is None
    for where, which in ((other, spoken), (session, "nothing")):
        with pytest.raises(Refused, match="no intervention"):
            do(desk, "keep-note", session=where, text="x", intervention=which)


def test_who_spoke_is_confirmed_for_many_notes_in_one_step(desk):
    session = do(desk, "new-consultation", title="Panel", language="en")["session"]
    person = do(desk, "add", kind="person", name="Anna", category="ngo")["id"]
    first = speak(desk.run, session, ask_for_floor(desk.run, session, person=person), "2026-11-20T10:00:00.000Z")
    second = speak(
        desk.run, session, ask_for_floor(desk.run, session, speaker_label="Friends"), "2026-11-20T10:05:00.000Z"
    )
    one, two, three = (keep(desk, session=session, **told).id for told in ({}, {"speaker_label": "Somebody"}, {}))
    pairs = [f"{one}:{first}", f"{two}:{first}", f"{three}:{second}"]
    assert do(desk, "confirm-spoken", pairs=pairs) == {"notes": [one, two, three]}
    told = {note.id: note for note in notes(desk.reader, session)}
    assert [told[note].intervention for note in (one, two, three)] == [first, first, second]
    assert (told[one].speaker, told[one].speaker_label) == (person, None)
    assert (told[two].speaker, told[two].speaker_label) == (None, "Somebody")
    assert told[three].speaker_label == "Friends"
    desk.undo()
    assert not any(note.intervention or note.speaker for note in notes(desk.reader, session))


@pytest.mark.parametrize("pair", ["", "x", "x:y", "{note}:", "{note}:{elsewhere}", ":{spoken}"])
def test_a_pair_that_is_none_confirms_nothing_at_all(desk, pair):
    session = do(desk, "new-consultation", title="Panel", language="en")["session"]
    other = do(desk, "add", kind="session", title="Other")["id"]
    spoken, elsewhere = (
        speak(desk.run, where, ask_for_floor(desk.run, where, speaker_label="x"), "2026-11-20T10:00:00.000Z")
        for where in (session, other)
    )
    note = keep(desk, session=session).id
    pairs = [f"{note}:{spoken}", pair.format(note=note, spoken=spoken, elsewhere=elsewhere)]
    with pytest.raises(Refused, match="Nothing was changed"):
        do(desk, "confirm-spoken", pairs=pairs)
    assert not any(one.intervention for one in notes(desk.reader, session))


@pytest.mark.parametrize("kind", ["session", "consultation"])
def test_a_note_stays_as_strict_as_what_it_was_taken_in_when_that_is_deleted(desk: MemoryDesk, kind: str):
    made = do(desk, "new-consultation", title="W", sensitivity="public")
    note = keep(desk, session=made["session"], sensitivity="public")
    owner = desk.reader.value(f"SELECT id FROM {kind}")
    do(desk, "edit", id=owner, sensitivity="confidential")
    assert [line.sensitivity for line in note_lines_of(desk.reader, [note.id])] == ["confidential"]
    do(desk, "delete", id=owner)
    assert [line.sensitivity for line in note_lines_of(desk.reader, [note.id])] == ["confidential"]
