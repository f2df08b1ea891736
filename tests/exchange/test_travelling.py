"""What travels in a bundle that anybody can read: nothing confidential, nothing that belongs to it, no protected name."""

from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.records import Decision, Note, Recommendation
from hrdesk.store.standings import read_classes
from tests.exchange.rooms import Room

SECRET = "XYZZY"


def travels(room: Room, *, confidential: bool = False) -> str:
    """Give the text of the bundle."""
    return room.write(confidential=confidential).read_text("utf-8")


def records(room: Room) -> set[str]:
    return {one.record for one in room.bundle().changes()}


def test_a_confidential_note_stays_with_all_that_belongs_to_it(room: Room):
    session = room.start(sensitivity="public")
    open_note = room.note(session, "open")
    note = room.note(session, SECRET, sensitivity="confidential")
    made = room.recommend(note, text=f"recommend {SECRET}")
    tag = room.do("tag", item=made, name="water")
    address = room.do("address", recommendation=made, name=f"to {SECRET}")["id"]
    action = room.add("action", recommendation=made, text=f"act {SECRET}")
    wording = room.do("translate", item=made, language="fr", text=f"traduire {SECRET}")["id"]
    room.do("adopt", recommendation=made)
    room.do("reopen", recommendation=made, reason=f"since {SECRET}")
    room.do("compose-outcome", notes=True)
    footnote = room.add("footnote", owner=note, text=f"see {SECRET}")
    told = travels(room)
    assert SECRET not in told
    gone = records(room)
    assert open_note in gone
    assert gone.isdisjoint({note, made, tag["id"], address, action, wording, footnote})
    assert tag["tag"] not in gone, "a word that only confidential texts bear tells what they are about"
    room.do("tag", item=open_note, name="water")
    travels(room)
    assert tag["tag"] in records(room)
    assert SECRET in travels(room, confidential=True)


@pytest.mark.parametrize("where", ["note", "session", "consultation"])
def test_a_note_stays_whatever_makes_it_confidential(room: Room, where: str):
    session = room.start(sensitivity="public")
    note = room.note(session, SECRET)
    room.recommend(note)
    with room.desk.reading() as reader:
        consultation = reader.value("SELECT id FROM consultation")
    room.do(
        "edit", id={"note": note, "session": session, "consultation": consultation}[where], sensitivity="confidential"
    )
    assert SECRET not in travels(room)


def test_a_deleted_confidential_note_stays(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, SECRET, sensitivity="confidential")
    room.recommend(note)
    room.do("delete", id=note)
    room.do("delete", id=session)
    assert SECRET not in travels(room)


def test_a_contested_confidential_note_stays(room: Room, other: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, SECRET)
    other.take(room)
    other.do("edit", id=note, sensitivity="confidential")
    room.do("edit", id=note, sensitivity="restricted")
    room.desk.take_in((read := other.bundle(confidential=True)).changes(), read.source)
    assert SECRET not in travels(room)
    room.do("settle", record=note, field="sensitivity", value="restricted", reason="agreed by both")
    assert SECRET in travels(room)


def test_a_recommendation_gets_as_strict_as_its_note_becomes_later(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", sensitivity="public")
    made = room.recommend(note, text=SECRET)
    assert made in records(room)
    room.do("edit", id=note, sensitivity="confidential")
    assert SECRET not in travels(room)


def test_a_recommendation_gets_as_strict_as_another_desk_made_its_note(room: Room, other: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", sensitivity="public")
    made = room.recommend(note, text=SECRET)
    other.take(room)
    other.do("edit", id=note, sensitivity="confidential")
    room.take(other, confidential=True)
    with room.desk.reading() as reader:
        assert read_classes(reader).of(made) == "confidential"
    assert SECRET not in travels(room)


def test_lowering_needs_a_reason_and_leaves_a_decision(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", sensitivity="confidential")
    made = room.recommend(note, text=SECRET)
    for reason in ({}, {"reason": ""}, {"reason": " \n"}):
        with pytest.raises(Refused, match="reason"):
            room.do("edit", id=made, sensitivity="restricted", **reason)
    room.do("edit", id=made, sensitivity="restricted", reason="cleared by the chair")
    with room.desk.reading() as reader:
        [decision] = reader.every(Decision, item=made)
    assert (decision.decision_kind, decision.before, decision.after, decision.reason) == (
        "class_lowered",
        "confidential",
        "restricted",
        "cleared by the chair",
    )
    assert SECRET in travels(room)
    assert note not in records(room)


def test_a_lowered_recommendation_rises_again_with_a_stricter_source(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", sensitivity="restricted")
    made = room.recommend(note, text=SECRET)
    room.do("edit", id=made, sensitivity="public", reason="cleared")
    assert SECRET in travels(room)
    room.do("edit", id=note, sensitivity="confidential")
    assert SECRET not in travels(room)


@pytest.mark.parametrize("way", ["unlink-note", "delete"])
def test_taking_the_source_away_does_not_lower_what_was_made_from_it(room: Room, way: str):
    session = room.start(sensitivity="public")
    note = room.note(session, SECRET, sensitivity="public")
    made = room.recommend(note)
    room.do("edit", id=note, sensitivity="confidential")
    if way == "delete":
        with room.desk.reading() as reader:
            link = reader.value("SELECT id FROM link")
        room.do("delete", id=link)
    else:
        room.do("unlink-note", recommendation=made, note=note)
    assert SECRET not in travels(room)
    room.desk.undo()
    assert SECRET not in travels(room)


def test_a_paragraph_made_from_a_note_stays_with_it(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, SECRET)
    room.do("compose-outcome")
    with room.desk.reading() as reader:
        paragraph = reader.value("SELECT id FROM paragraph WHERE text = ?", SECRET)
    room.do("edit", id=note, sensitivity="confidential")
    assert paragraph not in records(room)
    room.do("unlink-note", recommendation=paragraph, note=note)
    room.do("delete", id=note)
    assert SECRET not in travels(room)


@pytest.mark.parametrize("then", ["nothing", "restored"])
def test_what_was_composed_and_undone_stays_as_strict_as_the_note_it_was_made_from(room: Room, other: Room, then: str):
    """Undoing deletes, and what is deleted still travels: with the words of the note in it."""
    session = room.start(sensitivity="public")
    note = room.note(session, SECRET, sensitivity="restricted")
    other.take(room)
    room.do("compose-outcome")
    with room.desk.reading() as reader:
        paragraph = str(reader.value("SELECT id FROM paragraph WHERE text = ?", SECRET))
    other.do("edit", id=note, sensitivity="confidential")
    room.take(other, confidential=True)
    room.desk.undo()
    if then == "restored":
        room.do("restore", kind="paragraph", id=paragraph)
    assert SECRET not in travels(room)


def test_moving_a_note_out_of_a_confidential_session_is_lowering_it(room: Room):
    session = room.start()
    closed = room.add("session", title="Closed", sensitivity="restricted")
    note = room.note(closed, SECRET)
    room.do("edit", id=closed, sensitivity="confidential")
    with pytest.raises(Refused, match="reason"):
        room.do("edit", id=note, session=session)
    assert SECRET not in travels(room)
    room.do("edit", id=note, session=session, reason="noted under the wrong session")
    with room.desk.reading() as reader:
        assert [one.reason for one in reader.every(Decision, item=note)] == ["noted under the wrong session"]
    assert SECRET in travels(room)


def test_what_was_decided_cannot_be_forged_or_wiped_out_by_hand(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", sensitivity="confidential")
    made = room.recommend(note, text=SECRET)
    forged = {"item": made, "decision_kind": "class_lowered", "subject": "sensitivity", "before": "confidential"}
    with pytest.raises(Refused):
        room.do("add", kind="decision", **forged)
    room.do("edit", id=made, sensitivity="restricted", reason="cleared")
    with room.desk.reading() as reader:
        [decision] = reader.every(Decision)
    for command, fields in (("edit", {"reason": "other"}), ("edit", {"item": note}), ("delete", {})):
        with pytest.raises(Refused):
            room.do(command, id=decision.id, **fields)


def test_a_link_cannot_be_bent_to_another_source(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", sensitivity="confidential")
    harmless = room.note(session, "y", sensitivity="public")
    room.recommend(note, text=SECRET)
    with room.desk.reading() as reader:
        link = reader.value("SELECT id FROM link")
    for field, value in (("source", harmless), ("item", harmless), ("link_kind", "cites")):
        with pytest.raises(Refused):
            room.do("edit", id=link, **{field: value})


@pytest.mark.parametrize("when", ["before", "after"])
def test_no_name_of_a_protected_person_travels(room: Room, when: str):
    session = room.start(sensitivity="public")
    given = {"name": SECRET, "affiliation": f"{SECRET} union", "consent": "press", "pseudonym": "Speaker 7"}
    person = room.add("person", **given, **({"protected": True} if when == "before" else {}))
    officer = room.add("officer", person=person, as_written=f"Mr. {SECRET}")
    note = room.note(session, "what was said", speaker=person, speaker_label=SECRET, sensitivity="public")
    room.do("translate", item=person, field="affiliation", language="fr", text=f"Union {SECRET}")
    if when == "after":
        assert SECRET in travels(room)
        room.do("edit", id=person, protected=True)
    assert SECRET not in travels(room)
    assert person not in records(room)
    assert officer not in records(room)
    assert (note in records(room)) is (when == "before"), "its history holds the name as it was heard"


def test_a_name_that_was_heard_first_and_tied_to_a_protected_person_later_stays(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x", speaker_label=SECRET, sensitivity="public")
    person = room.add("person", name=SECRET, protected=True)
    room.do("edit", id=note, speaker=person, speaker_label=None)
    assert SECRET not in travels(room)


def test_one_id_under_two_kinds_is_as_strict_as_the_stricter(room: Room, other: Room):
    """Otherwise a bundle that calls a confidential note a tag would let it out."""
    import msgspec

    session = room.start(sensitivity="public")
    note = room.note(session, SECRET, sensitivity="confidential")
    other.add("person", name="x")
    bundle = other.bundle()
    forged = msgspec.structs.replace(next(bundle.changes()), record=note, seq=900, kind="tag", field="name", val="word")
    also = msgspec.structs.replace(forged, seq=901, kind="wording", field="language", val="fr")
    room.desk.take_in([forged, also], bundle.source)
    assert SECRET not in travels(room)


def test_circles_and_long_chains_of_links_hide_nothing(room: Room):
    from hrdesk.desk import Command
    from hrdesk.records import Link
    from hrdesk.store.pen import Pen

    session = room.start(sensitivity="public")
    chain = [room.recommend(text=f"{SECRET} {number}", sensitivity="public") for number in range(4)]
    note = room.note(session, SECRET, sensitivity="confidential")

    def tie(pen: Pen) -> None:
        for item, source in [*zip(chain, [*chain[1:], chain[0]], strict=True), (chain[2], note)]:
            pen.create(Link, item=item, source=source, link_kind="joined_into")

    room.desk.run(Command("tie", "tie", tie))
    assert SECRET not in travels(room)


def test_a_chain_of_thousands_is_no_hindrance():
    from hrdesk.records.disclosure import Classes, Standing

    held = {f"r{n}": Standing(None, made_from=(f"r{n + 1}",)) for n in range(20_000)}
    held["r20000"] = Standing("confidential", parts_of=("r0",))
    assert Classes(held).of("r0") == "confidential"


def test_a_bundle_says_how_many_records_stayed_and_the_flag_lets_them_go(room: Room, tmp_path: Path):
    from hrdesk.exchange.giving import give
    from hrdesk.exchange.scope import Scope

    session = room.start(sensitivity="public")
    note = room.note(session, SECRET, sensitivity="confidential")
    with room.desk.reading() as reader:
        profile, now = room.desk.file.profile, room.desk.file.now()
        some = give(reader, tmp_path / "some.json", profile, now)
        every = give(reader, tmp_path / "all.json", profile, now, scope=Scope(sensitivity="confidential"))
        assert (some.left_out, every.left_out) == (1, 0)
        assert every.changes == len(list(reader.changes())) > some.changes
    assert note


def test_a_record_travels_whole_or_not_at_all(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "before")
    room.do("edit", id=note, text="after")
    with room.desk.reading() as reader:
        held = {(one.record, one.seq) for one in reader.changes()}
    assert {(one.record, one.seq) for one in room.bundle().changes()} == held


def test_what_belongs_to_nobody_any_more_is_restricted_and_travels(room: Room):
    room.start(sensitivity="public")
    made = room.recommend(text="x")
    held = room.do("address", recommendation=made, name="States")["id"]
    room.do("delete", id=made)
    assert held in records(room)
    with room.desk.reading() as reader:
        assert reader.get(Recommendation, made) is None
        assert reader.every(Note) == []
