"""Old declarations: what was written under them shows in today's terms, and its lines stay as they were."""

from collections.abc import Iterator

import pytest

from hrdesk.records import Note
from hrdesk.records.declaration import SCHEMA_VERSION, Value
from hrdesk.store import upcasting
from hrdesk.store.change import encode
from hrdesk.store.merge import rebuild
from hrdesk.store.upcasting import Upcast, names_of, today
from tests.store.desks import MemoryDesk, device_name
from tests.store.test_merge import change

A, B = device_name(5), device_name(6)


def spelled_out(value: Value) -> Value:
    return {"gp": "good_practice", "ch": "challenge"}.get(str(value), value)


INVENTED = (
    Upcast(1, "note", "sort", "kind_of_note", spelled_out),  # version 1 called it "sort" and had short words
    Upcast(2, "note", "kind_of_note", "note_kind"),  # version 2 called it "kind_of_note"
)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryDesk]:
    monkeypatch.setattr(upcasting, "UPCASTS", INVENTED)
    made = MemoryDesk(0)
    yield made
    made.close()


def shown(desk: MemoryDesk) -> str | None:
    held = desk.reader.get(Note, "x")
    return held.note_kind if held else None


def test_a_change_of_each_older_version_reads_in_todays_terms():
    assert today(change(field="sort", sv=1, val="gp"), INVENTED) == ("note_kind", "good_practice")
    assert today(change(field="kind_of_note", sv=2, val="challenge"), INVENTED) == ("note_kind", "challenge")
    assert today(change(field="note_kind", sv=3, val="gp"), INVENTED) == ("note_kind", "gp")
    assert today(change(field="sort", sv=3, val="gp"), INVENTED) == ("sort", "gp"), "a later version reuses no name"


def test_an_old_line_fills_the_column_of_today_and_stays_as_it_was(desk: MemoryDesk):
    old = change(field="sort", sv=1, val="gp")
    desk.take([old])
    assert shown(desk) == "good_practice"
    rebuild(desk.connection)
    assert shown(desk) == "good_practice"
    assert [encode(one) for one in desk.changes()] == [encode(old)]


def test_old_and_new_names_are_one_field_in_which_desks_may_disagree(desk: MemoryDesk):
    old = change(field="sort", sv=1, val="gp", dev=A)
    new = change(field="note_kind", sv=3, val="challenge", dev=B, lam=2)
    desk.take([old])
    desk.take([new])
    assert shown(desk) == "challenge"
    assert desk.reader.value("SELECT count(*) FROM change WHERE head = 2") == 2
    answer = change(field="note_kind", sv=3, val="other", dev=B, lam=3, seq=2, seen={A: 1})
    desk.take([answer])
    assert shown(desk) == "other"
    assert desk.reader.value("SELECT count(*) FROM change WHERE head = 2") == 0
    state = desk.state()
    rebuild(desk.connection)
    assert desk.state() == state


def test_who_writes_under_the_new_name_has_seen_what_stands_under_the_old(desk: MemoryDesk):
    desk.take([change(field="sort", sv=1, val="gp")])
    pen = desk.pen()
    pen.change(Note, "x", note_kind="other")
    assert shown(desk) == "other"
    assert desk.reader.value("SELECT count(*) FROM change WHERE head <> 0") == 1


def test_a_field_is_found_under_all_names_it_had(desk: MemoryDesk):
    assert names_of("note_kind") == {"note_kind", "kind_of_note", "sort"}
    assert names_of("text") == {"text"}


def test_lines_of_earlier_versions_show_unchanged():
    assert SCHEMA_VERSION == 3
    assert upcasting.UPCASTS == ()
