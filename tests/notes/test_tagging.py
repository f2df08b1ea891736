"""Tags and bodies of a note: made with it, passed on to what is made from it; marks that nobody could read."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.notes.narrowing.queries import Wanted, standing
from hrdesk.notes.queries import bodies_in_use, shifts
from hrdesk.notes.rules.rota import Shift
from hrdesk.records import Addressee, Note, Tag, Tagging
from hrdesk.work import COMMANDS
from tests.notes.reading_anew import note_lines
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


@pytest.fixture
def session(desk: MemoryDesk) -> str:
    return str(do(desk, "new-consultation", title="W", sensitivity="restricted")["session"])


def keep(desk: MemoryDesk, session: str, **fields: Any) -> Note:
    held = desk.reader.get(Note, do(desk, "keep-note", **{"text": "x", "session": session, **fields})["id"])
    assert held is not None
    return held


def tags(desk: MemoryDesk, note: str) -> list[tuple[str, str]]:
    return [
        (tag.scheme or "", tag.name or "")
        for line in note_lines(desk.reader)
        if line.note.id == note
        for tag in line.tags
    ]


def unresolved(desk: MemoryDesk, session: str) -> set[str]:
    return standing(desk.reader, session, Wanted(unresolved=True), lambda _class: True).unresolved


def test_tags_and_bodies_are_made_with_the_note_and_go_with_it_in_one_undo(desk, session):
    note = keep(desk, session, tags=["theme:Torture", "free  word", "Torture"], bodies=["ACHPR"])
    assert tags(desk, note.id) == [("body", "ACHPR"), ("free", "free word"), ("theme", "Torture")]
    desk.undo()
    assert desk.reader.every(Tag) == desk.reader.every(Tagging) == desk.reader.every(Note) == []


def test_a_tag_without_a_name_keeps_nothing(desk, session):
    for wrong in ({"tags": [" "]}, {"bodies": [""]}):
        with pytest.raises(Refused, match="without a name"):
            keep(desk, session, **wrong)
    assert desk.reader.every(Note) == []


def test_a_recommendation_takes_the_tags_of_its_notes_and_addresses_their_bodies_once(desk, session):
    mechanism = do(desk, "add", kind="mechanism", acronym="ACHPR", name="African Commission")["id"]
    notes = [
        keep(desk, session, tags=["one"], bodies=["ACHPR", "A body"]).id,
        keep(desk, session, tags=["one", "two"], bodies=["achpr"]).id,
    ]
    made = do(desk, "make-recommendation", notes=notes)["id"]
    named = [
        (one.name, one.mechanism, one.part, one.implied) for one in desk.reader.every(Addressee, recommendation=made)
    ]
    assert sorted(named) == [("A body", None, "addressee", False), ("ACHPR", mechanism, "addressee", False)]
    held = {desk.reader.get(Tag, one.tag).name for one in desk.reader.every(Tagging, item=made)}
    assert held == {"one", "two"}
    assert bodies_in_use(desk.reader)[0].name == "ACHPR"


@pytest.mark.parametrize(
    ("wanted", "after"), [(None, "restricted"), ("restricted", "restricted"), ("confidential", "confidential")]
)
def test_a_note_with_an_unread_mark_is_confidential_until_it_is_settled(desk, session, wanted, after):
    told = {"sensitivity": wanted} if wanted else {}
    note = keep(desk, session, unresolved=["@ACHPX", '#"open'], **told)
    assert (note.sensitivity, note.unresolved) == ("confidential", '@ACHPX\n#"open')
    assert unresolved(desk, session) == {note.id}
    do(desk, "settle-marks", note=note.id, bodies=["ACHPR"], tags=["open"])
    held = desk.reader.get(Note, note.id)
    assert (held.sensitivity, held.unresolved, held.meant_sensitivity) == (after, None, None)
    assert tags(desk, note.id) == [("body", "ACHPR"), ("free", "open")]
    assert unresolved(desk, session) == set()
    with pytest.raises(Refused, match="no marks"):
        do(desk, "settle-marks", note=note.id)
    with pytest.raises(Refused, match="no note"):
        do(desk, "settle-marks", note="none")


def test_a_session_that_got_stricter_meanwhile_keeps_the_note_strict(desk, session):
    note = keep(desk, session, unresolved=["@ACHPX"])
    do(desk, "edit", id=session, sensitivity="confidential")
    with pytest.raises(Refused, match="stricter"):
        do(desk, "settle-marks", note=note.id, sensitivity="restricted")
    do(desk, "settle-marks", note=note.id)
    assert desk.reader.get(Note, note.id).sensitivity == "confidential"


def test_the_rota_of_a_session_is_read_in_the_order_of_the_hours(desk, session):
    seats = [do(desk, "add", kind="seat", name=name)["id"] for name in ("A", "B")]
    for seat, starts in zip(seats, ("2012-12-12T11:00", "2012-12-12T10:00"), strict=True):
        do(desk, "add", kind="take", session=session, seat=seat, starts=starts)
    do(desk, "add", kind="take", session=session)
    assert shifts(desk.reader, session) == [Shift("B", "2012-12-12T10:00", ""), Shift("A", "2012-12-12T11:00", "")]


def test_a_word_that_a_renamed_or_foreign_tag_bears_finds_that_tag():
    desk = MemoryDesk(0)
    try:
        session = desk.run(COMMANDS["new-consultation"], title="Workshop", language="en")["session"]
        first = desk.run(COMMANDS["keep-note"], session=session, text="one", tags=["refuge"])["id"]
        tag = desk.reader.every(Tag)[0].id
        desk.run(COMMANDS["edit"], id=tag, name="Shelter")
        second = desk.run(COMMANDS["keep-note"], session=session, text="two", tags=["shelter"])["id"]
        desk.run(COMMANDS["tag"], item=second, name="SHELTER")
        assert [one.id for one in desk.reader.every(Tag)] == [tag]
        assert {(one.item, one.tag) for one in desk.reader.every(Tagging)} == {(first, tag), (second, tag)}
    finally:
        desk.close()
