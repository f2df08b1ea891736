"""Uniting sets of changes: what counts while desks disagree, and what a newer or a hostile desk cannot do."""

from collections.abc import Iterator
from itertools import permutations
from typing import Any

import msgspec
import pytest

from hrdesk.exchange.queries import conflicts
from hrdesk.records import Note, Person, Tag
from hrdesk.store.change import Change, encode
from hrdesk.store.merge import CONTESTED, from_column, rebuild, to_column
from tests.store.desks import MemoryDesk, device_name

BASE = Change(
    at="2026-11-20T10:11:12.123Z",
    dev=device_name(5),
    field="sensitivity",
    kind="note",
    lam=1,
    n="AAAAAAAAAAA",
    record="x",
    seen={},
    seq=1,
    sv=1,
    val="public",
)


def change(**values: Any) -> Change:
    return msgspec.structs.replace(BASE, **values)


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def note(desk: MemoryDesk) -> Note:
    held = desk.reader.get(Note, "x")
    assert held is not None
    return held


@pytest.mark.parametrize(
    ("kind", "field", "values", "counts"),
    [
        ("note", "sensitivity", ("public", "confidential"), "confidential"),
        ("note", "sensitivity", ("public", None), "restricted"),
        ("note", "sensitivity", ("confidential", None), "confidential"),
        ("note", "sensitivity", ("public", "top_secret"), "top_secret"),
        ("note", "attribution", ("attributed", "affiliation", "chatham_house"), "chatham_house"),
        ("note", "attribution", (None, "affiliation"), "affiliation"),
        ("person", "consent", ("press", "withdrawn", "notes"), "withdrawn"),
        ("person", "consent", ("press", None), "report"),
        ("person", "protected", (False, True), True),
        ("person", "protected", (None, True), True),
        ("person", "protected", (None, False), False),
        ("person", "protected", (False, "fully"), True),
        ("person", "protected", ("fully",), True),
        ("note", "sensitivity", (5,), "confidential"),
        ("note", "sensitivity", (True,), "confidential"),
    ],
)
def test_a_contested_confidentiality_counts_as_its_strictest(
    kind: str, field: str, values: tuple[Any, ...], counts: Any
):
    made = [change(kind=kind, field=field, dev=device_name(n), val=value) for n, value in enumerate(values, 1)]
    for order in permutations(made):
        desk = MemoryDesk(0)
        desk.take(order)
        noun = Note if kind == "note" else Person
        held = desk.reader.get(noun, "x")
        assert held is not None
        assert held.values()[field] == counts
        assert desk.reader.value("SELECT count(*) FROM change WHERE head = 2") == (
            len(values) if len(values) > 1 else 0
        )
        desk.close()


def test_another_contested_field_shows_one_value_and_lists_both(desk: MemoryDesk):
    desk.take(
        change(field="note_kind", dev=device_name(n), lam=n, val=value) for n, value in ((1, "challenge"), (2, "other"))
    )
    assert note(desk).note_kind == "other"
    [conflict] = conflicts(desk.reader)
    assert [(one.value, one.counts) for one in conflict.versions] == [("other", True), ("challenge", False)]


def test_the_version_that_counts_of_a_contested_class_is_marked_so(desk: MemoryDesk):
    desk.take([change(dev=device_name(1), val="confidential"), change(dev=device_name(2), lam=9, val="public")])
    [conflict] = conflicts(desk.reader)
    assert [(one.value, one.counts) for one in conflict.versions] == [("confidential", True), ("public", False)]


def test_agreement_is_no_conflict(desk: MemoryDesk):
    desk.take(change(dev=device_name(n)) for n in (1, 2, 3))
    assert conflicts(desk.reader) == []
    assert note(desk).sensitivity == "public"


def test_true_and_one_do_not_agree(desk: MemoryDesk):
    desk.take(
        [
            change(field="interpreted", dev=device_name(1), val=True),
            change(field="interpreted", dev=device_name(2), val=1),
        ]
    )
    assert desk.reader.value("SELECT count(*) FROM change WHERE head = ?", CONTESTED) == 2


def test_fields_of_a_group_travel_as_one(desk: MemoryDesk):
    desk.take(
        [
            change(field="wording", dev=device_name(1), val='{"language":"fr","text":"Bonjour"}'),
            change(field="wording", dev=device_name(2), lam=2, val='{"text":"Hello"}'),
        ]
    )
    assert (note(desk).text, note(desk).language) == ("Hello", None), "text and language come from one hand"


def test_what_is_no_group_shows_as_empty_and_stays_in_the_journal(desk: MemoryDesk):
    desk.take([change(field="wording", val="plain text")])
    assert note(desk).text is None
    assert [one.val for one in desk.changes()] == ["plain text"]


@pytest.mark.parametrize("value", [None, True, False, 0, 1, -5, "", "1", "text"])
def test_a_value_comes_out_of_a_column_as_it_went_in(value: Any):
    back = from_column(to_column(value))
    assert back == value
    assert type(back) is type(value)


def test_unknown_kinds_and_fields_are_kept_and_relayed(desk: MemoryDesk):
    told = [
        change(kind="vote", field="cast", val="yes"),
        change(kind="note", field="mood", seq=2, lam=2, val="tense"),
        change(field="text", seq=3, lam=3, val="x"),
    ]
    desk.take(told)
    assert {encode(one) for one in desk.changes()} == {encode(one) for one in told}
    assert note(desk).text is None
    rebuild(desk.connection)
    assert {encode(one) for one in desk.changes()} == {encode(one) for one in told}


def test_one_id_under_two_kinds_makes_two_records(desk: MemoryDesk):
    desk.take(
        [
            change(),
            change(kind="tag", field="name", seq=2, lam=2, val="word"),
            change(kind="tag", field="_del", seq=3, lam=3, val=True),
        ]
    )
    assert note(desk).sensitivity == "public"
    assert desk.reader.get(Tag, "x") is None
    rebuild(desk.connection)
    assert note(desk).sensitivity == "public"


def test_a_record_stays_within_reach_when_another_kind_claims_its_id(desk: MemoryDesk):
    desk.take([change(), change(kind="aaa", field="_a", dev=device_name(2))])
    found = desk.reader.find("x")
    assert isinstance(found, Note)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2, 1, 0)])
def test_of_two_changes_under_one_name_the_same_one_counts_on_every_desk(order: tuple[int, ...]):
    told = [change(val="public"), change(val="confidential"), change(record="y", val="restricted")]
    desk, other = MemoryDesk(0), MemoryDesk(1)
    desk.take(told)
    for place in order:
        other.take([told[place]])
    assert desk.state() == other.state()
    assert other.reader.value("SELECT count(*) FROM fork") == 3
    assert other.reader.value("SELECT forked FROM device WHERE dev = ?", BASE.dev) == 1
    rebuild(other.connection)
    assert desk.state() == other.state()


def test_true_and_one_under_one_name_are_a_fork(desk: MemoryDesk):
    other = MemoryDesk(1)
    told = [change(field="interpreted", val=True), change(field="interpreted", val=1)]
    desk.take(told)
    other.take(reversed(told))
    assert [encode(one) for one in desk.changes()] == [encode(one) for one in other.changes()]
    assert desk.state() == other.state()


def test_a_deletion_that_had_not_seen_an_edit_leaves_the_record_for_a_person(desk: MemoryDesk):
    desk.take([change(), change(field="_del", dev=device_name(1), lam=2, val=True, seen={BASE.dev: 1})])
    assert desk.reader.get(Note, "x") is None
    desk.take([change(field="note_kind", seq=2, lam=3, val="other")])
    assert note(desk).note_kind == "other"
    [conflict] = conflicts(desk.reader)
    assert (conflict.field, [one.value for one in conflict.versions]) == ("_del", [True])


def test_a_contested_field_of_a_deleted_record_is_no_conflict(desk: MemoryDesk):
    desk.take([change(dev=device_name(1)), change(dev=device_name(2), val="restricted")])
    assert len(conflicts(desk.reader)) == 1
    seen = {device_name(1): 1, device_name(2): 1}
    desk.take([change(field="_del", dev=device_name(3), lam=2, val=True, seen=seen)])
    assert conflicts(desk.reader) == []


def test_a_long_history_of_one_field_by_one_desk_is_quick(desk: MemoryDesk):
    desk.take(change(seq=n, lam=n, val="public" if n % 2 else "restricted") for n in range(1, 3001))
    assert note(desk).sensitivity == "restricted"
