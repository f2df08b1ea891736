"""The pen: what a command writes becomes changes that every desk can read."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.agenda.commands import add, delete, edit
from hrdesk.desk import Command
from hrdesk.errors import MEANWHILE, Refused
from hrdesk.records import Note, Tag
from hrdesk.store.change import LARGEST, LONGEST_VALUE, MOST_SEEN, decode, encode
from hrdesk.store.fitting import fitting, noun_of
from hrdesk.store.pen import Pen
from tests.store.desks import MemoryDesk, device_name
from tests.store.test_merge import change

ADD, EDIT, DELETE = (Command(one.__name__, one.__name__, one) for one in (add, edit, delete))


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def test_only_what_differs_is_written(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="a", language="en")["id"]
    held = len(desk.changes())
    desk.run(EDIT, id=made, text="a", language="en")
    assert len(desk.changes()) == held
    desk.run(EDIT, id=made, text="b")
    assert len(desk.changes()) == held + 1


def test_a_text_is_kept_in_one_form(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="e\u0301\r\nx\ry\x00\x07\x7f\ud800z")["id"]
    held = desk.reader.get(Note, made)
    assert held is not None
    assert held.text == "é\nx\nyz"


def test_every_line_the_pen_writes_can_be_read(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="“a”\t\n人权", language="zh", interpreted=True)["id"]
    desk.run(DELETE, id=made)
    assert all(decode(encode(one)) == one for one in desk.changes())


@pytest.mark.parametrize(
    "text",
    ["x" * (LONGEST_VALUE + 1), "x" * LONGEST_VALUE, "\n" * (LONGEST_VALUE - 20), "\U0001f5fa" * (LONGEST_VALUE - 20)],
)
def test_a_text_that_would_make_no_readable_line_is_refused_and_nothing_changes(desk: MemoryDesk, text: str):
    """A text alone may fit and yet be too long beside its language, or when its line feeds are written."""
    with pytest.raises(Refused):
        desk.run(ADD, kind="note", text=text, language="en")
    assert desk.changes() == []


def test_a_hostile_counter_does_not_make_this_desk_write_what_none_can_read(desk: MemoryDesk):
    desk.take([change(lam=LARGEST)])
    with pytest.raises(Refused):
        desk.run(EDIT, id="x", sensitivity="restricted")
    assert len(desk.changes()) == 1


def test_a_record_that_more_devices_wrote_than_a_line_can_name_is_still_deleted(desk: MemoryDesk):
    devices = [device_name(n % 31 + 1, n // 31 + 1) for n in range(MOST_SEEN + 6)]
    seen: dict[str, int] = {}
    for number, dev in enumerate(devices, 1):
        desk.take([change(dev=dev, lam=number, seen=dict(list(seen.items())[-MOST_SEEN:]))])
        seen[dev] = 1
    desk.run(DELETE, id="x")
    assert desk.reader.get(Note, "x") is None
    assert all(decode(encode(one)) == one for one in desk.changes())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", 5),
        ("text", True),
        ("interpreted", "yes"),
        ("interpreted", 1),
        ("note_kind", "song"),
        ("sensitivity", "secret"),
    ],
)
def test_a_value_of_another_type_or_choice_is_refused(name: str, value: str | int | bool):
    with pytest.raises(Refused):
        fitting(Note.field(name), value)


@pytest.mark.parametrize("value", [2**53, -(2**53), True, "1"])
def test_a_number_that_no_line_can_carry_is_refused(value: int | str | bool):
    from hrdesk.records import Consultation

    with pytest.raises(Refused):
        fitting(Consultation.field("ordinal"), value)


def test_a_record_made_again_under_its_id_comes_back(desk: MemoryDesk):
    make = Command("make", "make", lambda pen: pen.create(Tag, "t", scheme="free", name="word"))
    desk.run(make)
    desk.run(DELETE, id="t")
    assert desk.reader.get(Tag, "t") is None
    desk.run(make)
    assert desk.reader.get(Tag, "t") is not None


def test_a_record_with_nothing_in_it_is_refused(desk: MemoryDesk):
    with pytest.raises(Refused):
        desk.run(Command("make", "make", lambda pen: pen.create(Tag, "t", name="")))


def test_an_unknown_kind_or_field_is_refused(desk: MemoryDesk):
    with pytest.raises(Refused):
        noun_of("sqlite_master")
    with pytest.raises(Refused):
        desk.run(ADD, kind="note", mood="tense")
    with pytest.raises(Refused):
        desk.run(ADD, kind="note", pen="x")
    made = desk.run(ADD, kind="note", text="x")["id"]
    for name in ("settle", "noun", "record", "label", "declared", "kind", "_state", 'a" = 1 --'):
        with pytest.raises(Refused):
            desk.run(EDIT, id=made, **{name: True})


def test_a_counter_that_nobody_can_have_come_to_does_not_stop_this_desk(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="one")["id"]
    desk.take([change(record="elsewhere", lam=LARGEST)])
    desk.run(EDIT, id=made, text="two")
    assert max(one.lam for one in desk.changes() if one.record == made) < 100


def test_what_is_written_next_comes_after_all_that_was_taken_in(desk: MemoryDesk):
    desk.take([change(record="elsewhere", lam=5000)])
    made = desk.run(ADD, kind="note", text="one")["id"]
    assert min(one.lam for one in desk.changes() if one.record == made) > 5000


def test_what_a_command_made_is_read_by_the_same_command(desk: MemoryDesk):
    def make(pen: Pen) -> list[str]:
        for text in ("one", "two"):
            pen.create(Note, text=text)
        return [one.text or "" for one in pen.read.every(Note)]

    assert desk.run(Command("make", "make", make)) == ["one", "two"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["create", "create with id", "change", "delete", "restore", "settle", "read"]),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["", "one", "two"]),
    ),
    max_size=12,
)


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_what_waits_to_be_united_comes_out_as_if_it_had_not_waited(steps: list[tuple[str, str, str]]):
    waiting, at_once = (_done(steps, at_once=one) for one in (False, True))
    assert waiting == at_once


def _done(steps: list[tuple[str, str, str]], *, at_once: bool) -> list[Any]:
    desk = MemoryDesk(0)

    def do(pen: Pen) -> None:
        for step, record, text in steps:
            with contextlib.suppress(Refused):
                if step == "create":
                    pen.create(Tag, scheme="free", name=text)
                elif step == "create with id":
                    pen.create(Tag, record, scheme="free", name=text)
                elif step in ("change", "settle"):
                    getattr(pen, step)(Tag, record, name=text or "three")
                elif step == "delete":
                    pen.delete(Tag, record)
                elif step == "restore" and pen.read.cell(record, "_del"):
                    pen.restore(Tag, record)
                elif step == "read":
                    pen.read.every(Tag)
            if at_once:
                pen.finish()

    desk.run(Command("do", "do", do))
    records = {one: f"{number}" for number, one in enumerate(dict.fromkeys(one.record for one in desk.changes()))}
    written = [(one.seq, one.lam, one.field, one.val, one.seen, records[one.record]) for one in desk.changes()]
    shown = sorted((records[one.id], one.scheme, one.name) for one in desk.reader.every(Tag))
    history = sorted(
        (records[row[0]], *row[1:])
        for row in desk.connection.execute("SELECT record, field, before, after FROM command_cell")
    )
    desk.close()
    return [written, shown, history]


@pytest.mark.parametrize("kind", ["note", "recommendation"])
def test_what_came_from_another_desk_meanwhile_is_not_written_over(desk: MemoryDesk, kind: str):
    """The text of a recommendation travels with its language, that of a note alone."""
    made = desk.run(ADD, kind=kind, text="as it was", language="en")["id"]
    other = MemoryDesk(1)
    other.take(desk.changes())
    other.run(EDIT, id=made, text="as the other wrote it")
    desk.take(other.changes())
    told = desk.run(EDIT, id=made, text="as we wrote it", stood={"text": "as it was"})
    assert told[MEANWHILE]
    assert set(desk.reader.contested_texts(kind, made)) == {"as we wrote it", "as the other wrote it"}
    other.take(desk.changes())
    assert set(other.reader.contested_texts(kind, made)) == {"as we wrote it", "as the other wrote it"}
    other.close()


def test_who_saw_what_stands_there_writes_over_it(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="as it was", language="en")["id"]
    other = MemoryDesk(1)
    other.take(desk.changes())
    other.run(EDIT, id=made, text="as the other wrote it", note_kind="challenge")
    desk.take(other.changes())
    for stood in ({"text": "as the other wrote it"}, {"note_kind": "other"}, {"text": "never written"}, {}, None):
        assert MEANWHILE not in desk.run(EDIT, id=made, text=f"as we wrote it {stood}", stood=stood)
        assert desk.reader.contested_texts("note", made) == []
    other.close()


def test_what_this_desk_wrote_itself_meanwhile_is_no_conflict(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="as it was", language="en")["id"]
    desk.run(EDIT, id=made, text="in the form of all fields")
    assert MEANWHILE not in desk.run(EDIT, id=made, text="where it stands", stood={"text": "as it was"})
    assert desk.reader.contested_texts("note", made) == []


def test_the_same_words_from_two_desks_are_no_conflict(desk: MemoryDesk):
    made = desk.run(ADD, kind="note", text="as it was", language="en")["id"]
    other = MemoryDesk(1)
    other.take(desk.changes())
    other.run(EDIT, id=made, text="as both wrote it")
    desk.take(other.changes())
    assert MEANWHILE not in desk.run(EDIT, id=made, text="as both wrote it", stood={"text": "as it was"})
    assert desk.reader.contested_texts("note", made) == []
    other.close()
