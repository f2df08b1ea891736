"""The floor travels: all that a spare laptop needs of one session, and nobody's place on a list that is not public."""

import pytest

from hrdesk.errors import Refused
from hrdesk.notes.queries import who_speaks
from hrdesk.records import FloorRequest
from tests.exchange.rooms import Room
from tests.exchange.test_scope import MODES, hand, packed, records, text
from tests.floor.scenes import ask_for_floor, choose, speak

NOW = "2026-11-20T10:00:00.000Z"
SECRET = "XYZZY"


def speaking(room: Room, session: str, **who: object) -> tuple[str, str]:
    """Let somebody speak and give request and intervention."""
    request = ask_for_floor(room.desk.run, session, **who)
    return request, speak(room.desk.run, session, request, NOW)


def a_format(room: Room, session: str) -> dict[str, str]:
    with room.desk.reading() as reader:
        consultation = reader.value("SELECT consultation FROM session WHERE id = ?", session)
    made = room.add("session_format", consultation=consultation, name="Panel")
    segment = room.add("format_segment", session_format=made, segment_kind="floor_round", minutes=45)
    limit = room.add("format_class", session_format=made, speaker_class="state", seconds=120)
    other = room.add("format_class", session_format=made, segment=segment, speaker_class="panellist", seconds=180)
    floor = choose(room.desk.run, session, made)
    return {"format": made, "segment": segment, "limit": limit, "other": other, "floor": floor}


# One session, for a spare laptop.


@pytest.mark.parametrize("mode", MODES)
def test_the_running_intervention_goes_to_a_spare_laptop_with_format_list_and_clock(room: Room, other: Room, mode):
    session = room.start(sensitivity="public")
    elsewhere = room.add("session", title="Elsewhere", sensitivity="public")
    made = a_format(room, session)
    union = room.add("delegation", name="African Union", code="AU")
    body = room.add("delegation", name="Body of a person", code="B")
    person = room.add("person", name="Anna", category="ngo", delegation=body)
    request, spoken = speaking(room, session, delegation=union)
    asked = ask_for_floor(room.desk.run, session, person=person)
    question = room.add("panel_question", session=session, request=request, text="How?")
    theirs, their_turn = speaking(room, elsewhere, speaker_label=SECRET)
    parcel = packed(room, "restricted", mode, session=session)
    assert {*made.values(), union, body, person, request, spoken, asked, question} <= records(parcel)
    assert not {elsewhere, theirs, their_turn} & records(parcel)
    hand(parcel, other, room)
    with room.desk.reading() as here, other.desk.reading() as there:
        assert who_speaks(there, session) == who_speaks(here, session)
        assert who_speaks(there, session) is not None


def test_a_note_that_was_moved_to_another_session_does_not_bring_the_list_of_its_old_one(room: Room):
    session = room.start(sensitivity="public")
    elsewhere = room.add("session", title="Elsewhere", sensitivity="public")
    request, spoken = speaking(room, elsewhere, speaker_label=SECRET)
    note = room.note(elsewhere, "said", intervention=spoken)
    room.do("edit", id=note, session=session)
    parcel = packed(room, session=session)
    assert note in records(parcel)
    assert not {request, spoken} & records(parcel)
    assert SECRET not in text(parcel)


# A confidential session.


@pytest.mark.parametrize("mode", MODES)
def test_of_a_confidential_session_nobody_learns_who_asked_for_the_floor(room: Room, mode):
    room.start(sensitivity="public")
    closed = room.add("session", title="Closed", sensitivity="confidential")
    body = room.add("delegation", name=f"{SECRET} network")
    person = room.add("person", name=f"{SECRET} Anders", category="ngo", delegation=body)
    own = room.add("delegation", name=f"{SECRET} States", code="X")
    for who in ({"person": person}, {"delegation": own}, {"speaker_label": SECRET}):
        speaking(room, closed, on_behalf_of=SECRET, **who)
    room.add("panel_question", session=closed, panellist=person, text=SECRET)
    for sensitivity in ("public", "restricted"):
        parcel = packed(room, sensitivity, mode)
        assert SECRET not in text(parcel)
        assert not {person, body, own} & records(parcel)
    assert {person, body, own} <= records(packed(room, "confidential", mode))


def test_who_speaks_in_an_open_session_as_well_goes_with_the_delegation(room: Room):
    open_one = room.start(sensitivity="public")
    closed = room.add("session", title="Closed", sensitivity="confidential")
    body = room.add("delegation", name="Network")
    person = room.add("person", name="Anna", category="ngo", delegation=body)
    hidden, _ = speaking(room, closed, person=person)
    seen, _ = speaking(room, open_one, person=person)
    went = records(packed(room))
    assert {person, body, seen} <= went
    assert hidden not in went


def test_participants_whom_no_list_names_yet_go_with_their_delegations(room: Room):
    room.start(sensitivity="public")
    body = room.add("delegation", name="Network")
    person = room.add("person", name="Anna", category="ngo", delegation=body)
    assert {person, body} <= records(packed(room))


# Protected persons.


@pytest.mark.parametrize("mode", MODES)
def test_a_protected_person_asks_for_the_floor_by_id_alone(room: Room, other: Room, mode):
    session = room.start(sensitivity="public")
    person = room.add("person", name=f"{SECRET} Anders", category="ngo")
    room.do("protect-person", person=person, pseudonym="Speaker 4")
    request, spoken = speaking(room, session, person=person)
    parcel = packed(room, "restricted", mode)
    assert {request, spoken} <= records(parcel)
    assert SECRET not in text(parcel)
    hand(parcel, other, room)
    with other.desk.reading() as reader:
        held = reader.get(FloorRequest, request)
        assert held is not None
        assert (held.person, held.delegation, held.speaker_label) == (person, None, None)


@pytest.mark.parametrize("beside", ["speaker_label", "delegation"])
def test_whoever_was_inscribed_in_words_before_being_protected_leaves_neither_words_nor_delegation(
    room: Room, beside: str
):
    session = room.start(sensitivity="public")
    body = room.add("delegation", name="Network")
    person = room.add("person", name="Anna Anders", category="ngo")
    told = {"speaker_label": "A. from the north"} if beside == "speaker_label" else {"delegation": body}
    request = ask_for_floor(room.desk.run, session, person=person, **told)
    room.do("protect-person", person=person, pseudonym="Speaker 4")
    assert request not in records(packed(room))
    room.do("edit", id=request, **dict.fromkeys(told))
    parcel = packed(room)
    assert request in records(parcel)
    lines = "\n".join(str(change.val) for change in parcel.changes if change.record == request)
    assert "from the north" not in lines
    assert body not in lines


def test_a_name_that_stood_on_the_list_is_looked_for_in_every_other_text(room: Room):
    session = room.start(sensitivity="public")
    person = room.add("person", name="Anna Anders", category="ngo")
    ask_for_floor(room.desk.run, session, person=person, speaker_label="Nannerl Anders")
    note = room.note(session, "As Nannerl Anders said.")
    room.do("protect-person", person=person, pseudonym="Speaker 4")
    assert note not in records(packed(room))


# Only what is public.


@pytest.mark.parametrize(
    ("attribution", "consent", "who", "goes"),
    [
        (None, None, "label", True),
        (None, None, "delegation", True),
        (None, "report", "person", True),
        (None, "notes", "person", False),
        (None, "withdrawn", "person", False),
        ("affiliation", None, "label", False),
        ("affiliation", "report", "person", False),
        ("affiliation", None, "delegation", True),
        ("chatham_house", None, "delegation", False),
        ("chatham_house", None, "label", False),
    ],
)
def test_the_public_sees_on_the_list_what_the_room_saw_on_the_screen(room: Room, attribution, consent, who, goes):
    session = room.start(sensitivity="public")
    room.do("edit", id=session, sensitivity="public")
    if attribution:
        room.do("edit", id=session, attribution=attribution)
    body = room.add("delegation", name=f"{SECRET} States", code="X")
    fields = {"consent": consent} if consent else {}
    person = room.add("person", name=f"{SECRET} Anders", category="ngo", **fields)
    told = {"label": {"speaker_label": SECRET}, "delegation": {"delegation": body}, "person": {"person": person}}
    request, spoken = speaking(room, session, **told[who])
    parcel = packed(room, "public")
    assert ({request, spoken} & records(parcel) == {request, spoken}) is goes
    assert (SECRET in text(parcel)) is goes


def test_delegations_that_nothing_public_names_are_not_public(room: Room):
    room.start(sensitivity="public")
    body = room.add("delegation", name=f"{SECRET} States", code="X")
    assert body not in records(packed(room, "public"))
    assert body in records(packed(room))


def test_a_note_from_which_the_speaker_was_taken_out_does_not_say_it_by_its_intervention(room: Room):
    session = room.start(sensitivity="public")
    _request, spoken = speaking(room, session, speaker_label="Anna Anders")
    note = room.note(session, "said", sensitivity="public", speaker_label="Anna Anders", intervention=spoken)
    assert note in records(packed(room, "public"))
    room.do("edit", id=note, speaker_label=None)
    assert note not in records(packed(room, "public"))
    room.do("edit", id=note, intervention=None)
    assert note in records(packed(room, "public"))


# Withdrawn.


def test_a_withdrawn_request_takes_its_turns_and_their_clock_along_everywhere(room: Room, other: Room):
    session = room.start(sensitivity="public")
    request, spoken = speaking(room, session, speaker_label=SECRET)
    hand(packed(room), other, room)
    outcome = room.do("withdraw", item=request)
    assert spoken in outcome["records"]
    hand(packed(room), other, room)
    for desk in (room.desk, other.desk):
        with desk.reading() as reader:
            assert who_speaks(reader, session) is None
            assert not reader.rows("SELECT * FROM change WHERE val LIKE ?", f"%{SECRET}%")


def test_whoever_withdraws_is_told_of_the_places_on_lists_and_the_questions_too(room: Room):
    session = room.start(sensitivity="public")
    person = room.add("person", name="Anna", category="ngo")
    request = ask_for_floor(room.desk.run, session, person=person)
    question = room.add("panel_question", session=session, panellist=person, text="How?")
    outcome = room.do("withdraw", item=person)
    assert {request, question} <= set(outcome["made_from_it"])
    with room.desk.reading() as reader:
        assert who_speaks(reader, session) is None


def test_a_session_is_not_withdrawn_with_its_list(room: Room):
    session = room.start(sensitivity="public")
    with pytest.raises(Refused, match="not withdrawn as a whole"):
        room.do("withdraw", item=session)
