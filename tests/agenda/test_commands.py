"""What a person can do to set the consultation up, and to edit any record by hand."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.agenda.by_decision import BY_DECISION
from hrdesk.errors import Refused
from hrdesk.records import KINDS, Decision, GoodPractice, Note, Recommendation, Seat, Session
from hrdesk.records.protection import ADOPTED
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def refused(desk: MemoryDesk, command: str, /, **arguments: Any) -> str:
    """Have a command refused; nothing may have changed."""
    before = desk.changes()
    with pytest.raises(Refused) as refusal:
        do(desk, command, **arguments)
    assert desk.changes() == before
    return str(refusal.value)


BY_HAND = sorted(
    set(KINDS)
    - {"link", "tag", "tagging", "wording", "decision", "roster_entry", "identity_access", "withdrawal"}
    - {"floor", "floor_mark", "floor_decision"}
    - {"alternative", "amendment", "wording_version", "pen_holder", "draft_version", "validation", "report_point"}
)


@pytest.mark.parametrize("kind", BY_HAND)
def test_every_field_of_a_noun_can_be_added_and_edited_by_hand(desk: MemoryDesk, kind: str):
    values: dict[str, Any] = {}
    for info in KINDS[kind].declared:
        if info.group == "adoption":
            values[info.name] = None  # only the command "adopt" writes it
        elif info.choices:
            others = [one for one in info.choices if one not in (*ADOPTED, *BY_DECISION)]  # what only decisions give
            values[info.name] = others[0] if info.name != "status" else others[-1]
        else:
            values[info.name] = {"text": f"{info.name} é", "number": 7, "yes_no": True}[info.type]
    made = do(desk, "add", kind=kind, **values)["id"]
    held = desk.reader.find(made)
    assert held is not None
    assert held.values() == values
    empty = dict.fromkeys(values)
    empty = {name: None for name in empty if name not in ("sensitivity", "attribution", "consent", "protected")}
    do(desk, "edit", id=made, **{"reason": "all of it", **empty})
    held = desk.reader.find(made)
    assert held is not None
    kept = ("reason", "pseudonym")  # a protected person is never without one
    assert all(value is None for name, value in held.values().items() if name in empty and name not in kept)


def test_a_field_that_is_called_reason_is_edited_like_any_other(desk: MemoryDesk):
    made = do(desk, "add", kind="regional_consultation", title="Briefing", reason="asked for")["id"]
    do(desk, "edit", id=made, reason="agreed on")
    held = desk.reader.find(made)
    assert held is not None
    assert held.values()["reason"] == "agreed on"


@pytest.mark.parametrize("kind", ["link", "tag", "tagging", "wording", "decision", "none", "", "change"])
def test_other_kinds_are_not_added_by_hand(desk: MemoryDesk, kind: str):
    refused(desk, "add", kind=kind, name="x")


def test_a_record_takes_the_last_place_and_the_consultation_of_the_desk(desk: MemoryDesk):
    consultation = do(desk, "new-consultation", title="W")["id"]
    for text in ("one", "two", "three"):
        do(desk, "add", kind="good_practice", text=text)
    held = desk.reader.every(GoodPractice)
    assert [one.text for one in held] == ["one", "two", "three"]
    assert {one.consultation for one in held} == {consultation}


@pytest.mark.parametrize(
    ("moved", "before", "order"), [(2, 0, "cab"), (0, 2, "bac"), (0, None, "bca"), (1, 1, "acb"), (1, "none", "acb")]
)
def test_a_record_is_moved(desk: MemoryDesk, moved: int, before: int | str | None, order: str):
    ids = [do(desk, "add", kind="good_practice", text=text)["id"] for text in "abc"]
    do(desk, "move", id=ids[moved], before=ids[before] if isinstance(before, int) else before)
    assert "".join(one.text or "" for one in desk.reader.every(GoodPractice)) == order
    desk.undo()
    assert "".join(one.text or "" for one in desk.reader.every(GoodPractice)) == "abc"


def test_records_without_order_or_with_one_key_are_still_moved(desk: MemoryDesk):
    ids = [do(desk, "add", kind="good_practice", text=text, position="b")["id"] for text in "abc"]
    do(desk, "move", id=ids[2], before=ids[1])
    assert "".join(one.text or "" for one in desk.reader.every(GoodPractice)) == "acb"
    assert "order" in refused(desk, "move", id=do(desk, "add", kind="mechanism", name="x")["id"])


def test_a_deleted_record_is_restored_and_only_a_deleted_one(desk: MemoryDesk):
    made = do(desk, "add", kind="good_practice", text="x")["id"]
    refused(desk, "restore", kind="good_practice", id=made)
    do(desk, "delete", id=made)
    assert desk.reader.every(GoodPractice) == []
    refused(desk, "delete", id=made)
    refused(desk, "edit", id=made, text="y")
    refused(desk, "restore", kind="note", id=made)
    do(desk, "restore", kind="good_practice", id=made)
    assert [one.text for one in desk.reader.every(GoodPractice)] == ["x"]


def test_a_consultation_started_by_hand_has_one_session(desk: MemoryDesk):
    made = do(
        desk,
        "new-consultation",
        title="W",
        start="2026-09-08",
        half_days=1,
        start_time="10:00",
        end_time="13:00",
        time_zone="Europe/Zurich",
    )
    session = desk.reader.get(Session, made["session"])
    assert session is not None
    assert (session.title, session.starts, session.ends) == ("W", "2026-09-08T10:00", "2026-09-08T13:00")
    assert (session.time_zone, session.consultation) == ("Europe/Zurich", made["id"])


def test_what_was_found_in_a_note_is_saved_with_its_references(desk: MemoryDesk):
    found = [
        {"key": "c", "kind": "consultation", "values": {"title": "W", "half_days": 4}},
        {"key": "1", "kind": "agenda_item", "values": {"title": "One", "number": "1", "consultation": "c"}},
        {"key": "2", "kind": "agenda_item", "values": {"title": "Two", "number": "2", "consultation": "c"}},
        {"key": "q", "kind": "guiding_question", "values": {"owner": "2", "text": "Why?"}},
    ]
    made = do(desk, "take-concept-note", found=found)
    assert made["records"] == 6
    sessions = desk.reader.every(Session)
    assert [one.title for one in sessions] == ["One", "Two"]
    assert [one.id for one in sessions] == made["sessions"]
    assert {one.consultation for one in sessions} == {made["consultation"]}
    items = desk.reader.rows("SELECT id FROM agenda_item ORDER BY position")
    assert [one.agenda_item for one in sessions] == [row["id"] for row in items]
    assert desk.reader.value("SELECT owner FROM guiding_question") == items[1]["id"]
    desk.undo()
    assert desk.visible() == {}


@pytest.mark.parametrize(
    "one",
    [
        {},
        {"kind": "none"},
        {"kind": "note"},
        {"kind": "note", "values": "text"},
        {"kind": "note", "values": ["text"]},
        {"kind": "note", "values": {"text": 1.5}},
        {"kind": "note", "values": {"text": ["a"]}},
        {"kind": "note", "values": {"session": ["a"]}},
        {"kind": "note", "values": {"session": {"a": 1}}},
        {"kind": "note", "values": {"none": "x"}},
        {"kind": "note", "values": {"record": "x"}},
        {"kind": 7, "values": {"text": "x"}},
    ],
)
def test_what_no_note_could_say_is_refused(desk: MemoryDesk, one: dict[str, Any]):
    refused(desk, "take-concept-note", found=[{"key": "c", "kind": "consultation", "values": {"title": "W"}}, one])


def test_a_seat_is_taken_by_one_device_and_a_device_sits_on_one_seat(desk: MemoryDesk):
    first, second = (do(desk, "add", kind="seat", name=name, role="rapporteur")["id"] for name in ("A", "B"))
    do(desk, "take-seat", seat=first, name="Anyone", role="rapporteur")
    do(desk, "take-seat", seat=second, name="B", role="rapporteur")
    assert {one.id: one.device for one in desk.reader.every(Seat)} == {first: None, second: desk.device}
    own = do(desk, "take-seat", name="Own", role="staff")["id"]
    assert do(desk, "take-seat", name="Own", role="staff")["id"] == own
    assert [one.id for one in desk.reader.every(Seat) if one.device] == [own]
    refused(desk, "take-seat", seat="none", name="x", role="staff")
    refused(desk, "take-seat", name="x", role="king")


def test_lowering_any_confidentiality_needs_a_reason_and_leaves_a_decision(desk: MemoryDesk):
    note = do(desk, "add", kind="note", text="x", attribution="chatham_house")["id"]
    person = do(desk, "add", kind="person", name="N. N.", protected=True, consent="withdrawn")["id"]
    lowerings: list[tuple[str, dict[str, Any]]] = [
        (note, {"attribution": "attributed"}),
        (person, {"protected": False}),
        (person, {"consent": None}),
    ]
    for record, fields in lowerings:
        assert "reason" in refused(desk, "edit", id=record, **fields)
        do(desk, "edit", id=record, reason="asked", **fields)
    told = [(one.item, one.subject, one.before, one.after) for one in desk.reader.every(Decision)]
    assert told == [
        (note, "attribution", "chatham_house", "attributed"),
        (person, "protected", "True", "False"),
        (person, "consent", "withdrawn", "report"),
    ]


def test_lowering_attribution_says_nothing_about_sensitivity(desk: MemoryDesk):
    from hrdesk.store.standings import read_classes

    session = do(desk, "new-consultation", title="W", sensitivity="public")["session"]
    note = do(desk, "keep-note", session=session, text="x", sensitivity="public")["id"]
    made = do(desk, "make-recommendation", notes=[note])["id"]
    do(desk, "edit", id=note, attribution="chatham_house")
    do(desk, "edit", id=note, attribution="attributed", reason="asked")
    do(desk, "edit", id=note, sensitivity="confidential")
    assert read_classes(desk.reader).of(made) == "confidential"


def test_an_adopted_text_is_neither_edited_nor_deleted_nor_adopted_by_hand(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="x")["id"]
    refused(desk, "edit", id=made, status="adopted")
    refused(desk, "add", kind="recommendation", text="x", status="adopted")
    refused(desk, "make-recommendation", notes=[], text="x", status="adopted")
    do(desk, "adopt", recommendation=made)
    for fields in ({"text": "y"}, {"status": "noted"}, {"adopted_text": "y"}, {"language": "fr"}):
        assert "adopted" in refused(desk, "edit", id=made, **fields)
    assert "adopted" in refused(desk, "delete", id=made)
    do(desk, "edit", id=made, theme="water")
    do(desk, "reopen", recommendation=made, reason="objection")
    do(desk, "edit", id=made, text="y")
    held = desk.reader.get(Recommendation, made)
    assert held is not None
    assert (held.text, held.adopted_text, held.status) == ("y", None, "under_negotiation")


def test_names_with_bidi_controls_are_kept_as_typed_and_change_nothing_else(desk: MemoryDesk):
    name = "\u202eevil\u2066 \u200fname"
    made = do(desk, "add", kind="person", name=name, affiliation="A")["id"]
    held = desk.reader.find(made)
    assert held is not None
    assert held.values()["name"] == name
    assert held.values()["affiliation"] == "A"


def test_a_note_edited_under_another_session_keeps_its_words(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="W")["session"]
    other = do(desk, "add", kind="session", title="B")["id"]
    note = do(desk, "keep-note", session=session, text="x")["id"]
    do(desk, "edit", id=note, session=other)
    held = desk.reader.get(Note, note)
    assert held is not None
    assert (held.session, held.text) == (other, "x")


def test_taking_a_note_out_of_a_stricter_rule_of_attribution_needs_a_reason(desk: MemoryDesk):
    owner = do(desk, "add", kind="consultation", title="Panel", language="en")["id"]
    strict, open_ = (
        do(desk, "add", kind="session", title="s", consultation=owner, sensitivity="restricted", attribution=level)[
            "id"
        ]
        for level in ("chatham_house", "attributed")
    )
    note = do(desk, "keep-note", session=strict, text="text", speaker_label="Delegation of a State")["id"]
    for elsewhere in (open_, None):
        assert "reason" in refused(desk, "edit", id=note, session=elsewhere)
    do(desk, "delete", id=strict)
    assert "reason" in refused(desk, "edit", id=note, session=open_)  # the rule does not go with the session
    do(desk, "edit", id=note, session=open_, reason="moved by mistake")
    told = [one for one in desk.reader.every(Decision, item=note) if one.subject == "attribution"]
    assert [(one.before, one.after, one.reason) for one in told] == [
        ("chatham_house", "attributed", "moved by mistake")
    ]
